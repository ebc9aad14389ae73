package vn.giaouoc.workflow.review;

import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.time.Deadlines;

/** By when the tasks of a review are due, from the table of deadlines. */
@Component
class ReviewDates {

    private final Deadlines deadlines;
    private final Clock clock;

    ReviewDates(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    Date assign(String key) {
        return head(key, "REVIEW_ASSIGN");
    }

    Date consolidate(String key) {
        return head(key, "REVIEW_CONSOLIDATE");
    }

    Date conference(String key) {
        return head(key, "REVIEW_CONFERENCE");
    }

    Date draft(String key) {
        return head(key, "REVIEW_DRAFT");
    }

    Date sign(String key) {
        return due(key, "REVIEW_SIGN");
    }

    Date receive(String key) {
        return due(key, "REVIEW_RECEIVE");
    }

    /** The head unit has one deadline at a time. */
    private Date head(String key, String code) {
        return Date.from(deadlines.of(key).dueAs("REVIEW_HEAD", code, clock.instant(), null));
    }

    private Date due(String key, String code) {
        return Date.from(deadlines.of(key).due(code, clock.instant()));
    }
}
