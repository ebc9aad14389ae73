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
    Date draft(String key) {
        return head(key, "COVENANT_DRAFT", clock.instant(), null);
    }

    /** The head unit's revision. @param commentsEnd when the comments end */
    Date revise(String key, Instant commentsEnd) {
        return head(key, "COVENANT_REVISE", commentsEnd, "COVENANT_COMMENT");
    }

    /** The head unit's revision of what has just come back. */
    Date revise(String key) {
        return head(key, "COVENANT_REVISE", clock.instant(), null);
    }

    /** The conference. @param registrationEnd when the registration ends */
    Date conference(String key, Instant registrationEnd) {
        return head(key, "COVENANT_CONFERENCE", registrationEnd, "COVENANT_REGISTER");
    }

    /** What Sở Nội vụ decides about missing signatures. */
    Date decide(String key) {
        return office(key, "COVENANT_DECIDE");
    }

    /** The recording of a signed covenant. */
    Date record(String key) {
        return office(key, "COVENANT_RECORD");
    }

    /** The reminder of a round of members that ends then. @param step COMMENT, REGISTER or SIGN */
    Date remind(String step, Instant dueAt) {
        return Date.from(deadlines.before("COVENANT_" + step + "_REMIND", dueAt));
    }

    /** The head unit has one deadline at a time. */
    private Date head(String key, String code, Instant start, String base) {
        return Date.from(deadlines.of(key).dueAs("COVENANT_HEAD", code, start, base));
    }

    /** So has Sở Nội vụ. */
    private Date office(String key, String code) {
        return Date.from(deadlines.of(key).dueAs("COVENANT_OFFICE", code, clock.instant(), null));
    }
}
