package vn.giaouoc.workflow.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.Inspections;
import vn.giaouoc.workflow.response.ResponseProcess;

/** "Chờ đủ dữ liệu đơn vị": fails, and so shows as an incident, until both units can be given work. */
@Component
class PrepareInspectionDelegate implements JavaDelegate {

    private final Inspections inspections;

    PrepareInspectionDelegate(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ResponseProcess.UNIT_NAME, inspections.requireReady(execution.getProcessBusinessKey()));
    }
}
