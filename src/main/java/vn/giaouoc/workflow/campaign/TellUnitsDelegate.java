package vn.giaouoc.workflow.campaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.change.Changes;

/** "Thông báo điều chỉnh": one batch of units is told of an amendment. */
@Component
class TellUnitsDelegate implements JavaDelegate {

    private final Changes changes;

    TellUnitsDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.tellBatch(execution.getProcessBusinessKey(), (Integer) execution.getVariable(CampaignProcess.BATCH));
    }
}
