package vn.giaouoc.workflow.review;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.InspectionOpening;
import vn.giaouoc.review.Inspections;

/** "Mở các cuộc kiểm tra chéo". */
@Component
class OpenInspectionsDelegate implements JavaDelegate {

    private final Inspections inspections;
    private final ReviewEngine engine;

    OpenInspectionsDelegate(Inspections inspections, ReviewEngine engine) {
        this.inspections = inspections;
        this.engine = engine;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InspectionOpening opening = inspections.open(execution.getProcessBusinessKey());
        engine.openInspections(opening);
        execution.setVariable(ReviewProcess.INSPECTIONS_DUE_AT, Date.from(opening.dueAt()));
    }
}
