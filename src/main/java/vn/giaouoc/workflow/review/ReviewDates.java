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

    Date assign() {
        return due("REVIEW_ASSIGN");
    }

    Date consolidate() {
        return due("REVIEW_CONSOLIDATE");
    }

    Date conference() {
        return due("REVIEW_CONFERENCE");
    }

    Date draft() {
        return due("REVIEW_DRAFT");
    }

    Date sign() {
        return due("REVIEW_SIGN");
    }

    Date receive() {
        return due("REVIEW_RECEIVE");
    }

    private Date due(String code) {
        return Date.from(deadlines.due(code, clock.instant()).dueAt());
    }
}
