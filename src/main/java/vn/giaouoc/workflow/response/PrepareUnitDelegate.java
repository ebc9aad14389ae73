package vn.giaouoc.workflow.response;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Launch;

/** "Chờ đủ dữ liệu đơn vị": fails, and so shows as an incident, until the unit can be given work. */
@Component
class PrepareUnitDelegate implements JavaDelegate {

    private final Launch launch;

    PrepareUnitDelegate(Launch launch) {
        this.launch = launch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        execution.setVariable(ResponseProcess.UNIT_NAME, launch.openUnit(ResponseProcess.campaign(key), ResponseProcess.unit(key)));
    }
}
