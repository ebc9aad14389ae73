package vn.giaouoc.review;

import java.time.Instant;
import java.util.List;
import vn.giaouoc.bloc.BlocRole;

/**
 * A member in a review.
 *
 * @param missing  the deadline passed without its report
 * @param daysLate calendar days after the day it was due; 0 in time
 * @param report   null before it was handed in, or where the reader may not see it
 * @param figures  every target with what counts; empty as {@code report} is null
 */
public record ReviewMemberView(String unitCode, String unitName, BlocRole role, String actingUnit, ReviewMemberStatus status, boolean missing,
                               Instant reportedAt, boolean late, int daysLate, MemberReport report, List<FigureRow> figures,
                               String returnReason) {
}
