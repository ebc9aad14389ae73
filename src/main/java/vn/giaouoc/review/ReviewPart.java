package vn.giaouoc.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.giaouoc.bloc.BlocRole;

/** A member's part, as its row has it, with the name of the unit that acts now. @param written null before */
record ReviewPart(String unit, BlocRole role, String actingUnit, String actingName, LocalDate leftOn, ReviewMemberStatus status,
                  Written written, String writtenBy, String returnReason, Instant missingAt, Instant reportedAt, boolean late, int daysLate) {

    /** What was handed to the unit's head, with the figures as they were then. */
    record Written(MemberReport report, List<FigureRow> rows) {
    }

    /** Whether it is waited for at all. */
    boolean active() {
        return leftOn == null;
    }

    boolean reported() {
        return status == ReviewMemberStatus.REPORTED;
    }
}
