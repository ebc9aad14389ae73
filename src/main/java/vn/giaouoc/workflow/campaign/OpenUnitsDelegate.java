package vn.giaouoc.workflow.campaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Launch;

/** "Mở cho các đơn vị": one batch of units gets its tasks, in a job of its own. */
@Component
class OpenUnitsDelegate implements JavaDelegate {

    private final Launch launch;

    OpenUnitsDelegate(Launch launch) {
        this.launch = launch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        launch.openBatch(execution.getProcessBusinessKey(), (Integer) execution.getVariable(CampaignProcess.BATCH));
    }
}
