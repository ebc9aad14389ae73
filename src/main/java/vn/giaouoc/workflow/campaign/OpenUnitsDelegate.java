package vn.giaouoc.workflow.campaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Campaigns;

/** "Mở cho các đơn vị": one batch of units gets its tasks, in a job of its own. */
@Component
class OpenUnitsDelegate implements JavaDelegate {

    private final Campaigns campaigns;

    OpenUnitsDelegate(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        campaigns.openBatch(execution.getProcessBusinessKey(), (Integer) execution.getVariable(CampaignProcess.BATCH));
    }
}
