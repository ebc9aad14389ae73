package vn.giaouoc.workflow.covenant;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.time.Deadlines;

/** By when the tasks of a covenant are due, from the table of deadlines. */
@Component
class CovenantDates {

    private final Deadlines deadlines;
    private final Clock clock;

    CovenantDates(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The head unit's draft of an amendment. */
    Date draft() {
        return due("COVENANT_DRAFT", clock.instant());
    }

    /** The head unit's revision. @param start end of the comments, or the moment it came back */
    Date revise(Instant start) {
        return due("COVENANT_REVISE", start);
    }

    /** The head unit's revision of what has just come back. */
    Date revise() {
        return revise(clock.instant());
    }

    /** The conference. @param start end of the registration */
    Date conference(Instant start) {
        return due("COVENANT_CONFERENCE", start);
    }

    /** What Sở Nội vụ decides about missing signatures. */
    Date decide() {
        return due("COVENANT_DECIDE", clock.instant());
    }

    /** The recording of a signed covenant. */
    Date record() {
        return due("COVENANT_RECORD", clock.instant());
    }

    /** The reminder of a round of members that ends then. @param step COMMENT, REGISTER or SIGN */
    Date remind(String step, Instant dueAt) {
        return Date.from(deadlines.before("COVENANT_" + step + "_REMIND", dueAt));
    }

    private Date due(String code, Instant start) {
        return Date.from(deadlines.due(code, start).dueAt());
    }
}
