package vn.giaouoc.workflow.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.Reviews;

/** "Giao việc theo kết luận": each conclusion and task of the conference becomes a case of its own. */
@Component
class OpenActionsDelegate implements JavaDelegate {

    private final Reviews reviews;
    private final ReviewDates dates;

    OpenActionsDelegate(Reviews reviews, ReviewDates dates) {
        this.reviews = reviews;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.openActions(execution.getProcessBusinessKey());
        execution.setVariable(ReviewProcess.HEAD_DUE_AT, dates.draft(execution.getProcessBusinessKey()));
    }
}
