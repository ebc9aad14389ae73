package vn.giaouoc.workflow.campaign;

import java.util.ArrayList;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.campaign.Issued;

/** "Ban hành kế hoạch": the plan is issued, the units in scope are listed in batches. */
@Component
class IssueCampaignDelegate implements JavaDelegate {

    private final Launch launch;

    IssueCampaignDelegate(Launch launch) {
        this.launch = launch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Issued issued = launch.issue(execution.getProcessBusinessKey());
        execution.setVariable(CampaignProcess.BATCHES, new ArrayList<>(issued.batches()));
        execution.setVariable(CampaignProcess.NUMBER_KNOWN, issued.numberKnown());
        execution.setVariable(CampaignProcess.NUMBER_DUE_AT, Date.from(issued.numberDueAt()));
        execution.setVariable(CampaignProcess.FOLLOW_GROUPS, new ArrayList<>(issued.followGroups()));
        execution.setVariable(CampaignProcess.FOLLOW_DUE_AT, Date.from(issued.followDueAt()));
    }
}
