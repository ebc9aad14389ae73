package vn.giaouoc.workflow.review;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.ReviewOpening;
import vn.giaouoc.review.Reviews;

/** "Mở báo cáo cho thành viên": every member gets its part, a few dozen at most. */
@Component
class OpenReviewDelegate implements JavaDelegate {

    private final Reviews reviews;
    private final ReviewEngine engine;

    OpenReviewDelegate(Reviews reviews, ReviewEngine engine) {
        this.reviews = reviews;
        this.engine = engine;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReviewOpening opening = reviews.open(execution.getProcessBusinessKey());
        execution.setVariable(ReviewProcess.HELD, opening.held());
        if (opening.held()) {
            engine.openMembers(opening);
            execution.setVariable(ReviewProcess.REPORTS_DUE_AT, Date.from(opening.dueAt()));
        }
    }
}
