package vn.giaouoc.workflow.campaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.change.Changes;

/** "Khép các việc còn mở": one batch of a campaign that is closed or withdrawn. */
@Component
class StopOpenWorkDelegate implements JavaDelegate {

    private final Changes changes;

    StopOpenWorkDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.stopBatch(execution.getProcessBusinessKey(), (Integer) execution.getVariable(CampaignProcess.BATCH));
    }
}
