package vn.giaouoc.workflow.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.Reviews;

/** "Khép đợt báo cáo": who has not reported is noted, the head unit goes on. */
@Component
class CloseReportsDelegate implements JavaDelegate {

    private final Reviews reviews;
    private final ReviewDates dates;

    CloseReportsDelegate(Reviews reviews, ReviewDates dates) {
        this.reviews = reviews;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        boolean inspection = reviews.closeReports(key);
        execution.setVariable(ReviewProcess.INSPECTION, inspection);
        execution.setVariable(ReviewProcess.HEAD_DUE_AT, inspection ? dates.assign(key) : dates.consolidate(key));
    }
}
