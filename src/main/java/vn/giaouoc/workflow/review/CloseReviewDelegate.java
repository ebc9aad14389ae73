package vn.giaouoc.workflow.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.Reviews;

/** "Khép sơ kết": the report is received, nobody's part waits any more. */
@Component
class CloseReviewDelegate implements JavaDelegate {

    private final Reviews reviews;
    private final ReviewEngine engine;

    CloseReviewDelegate(Reviews reviews, ReviewEngine engine) {
        this.reviews = reviews;
        this.engine = engine;
    }

    @Override
    public void execute(DelegateExecution execution) {
        engine.closed(reviews.close(execution.getProcessBusinessKey()));
    }
}
