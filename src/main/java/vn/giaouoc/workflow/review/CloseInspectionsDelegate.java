package vn.giaouoc.workflow.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.Inspections;

/** "Khép đợt kiểm tra chéo": what has no result is noted, the head unit goes on. */
@Component
class CloseInspectionsDelegate implements JavaDelegate {

    private final Inspections inspections;
    private final ReviewDates dates;

    CloseInspectionsDelegate(Inspections inspections, ReviewDates dates) {
        this.inspections = inspections;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        inspections.close(execution.getProcessBusinessKey());
        execution.setVariable(ReviewProcess.HEAD_DUE_AT, dates.consolidate(execution.getProcessBusinessKey()));
    }
}
