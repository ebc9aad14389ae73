package vn.giaouoc.workflow.campaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Launch;

/** "Nộp lưu hồ sơ": the file of the campaign is due in the archive. */
@Component
class ArchiveCampaignDelegate implements JavaDelegate {

    private final Launch launch;

    ArchiveCampaignDelegate(Launch launch) {
        this.launch = launch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        launch.archive(execution.getProcessBusinessKey());
    }
}
