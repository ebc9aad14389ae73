package vn.giaouoc.workflow.response;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Responses;

/** "Ghi nhận chậm, báo thủ trưởng": the deadline has passed; the unit's head gets a task. */
@Component
class EscalateResponseDelegate implements JavaDelegate {

    private final Responses responses;

    EscalateResponseDelegate(Responses responses) {
        this.responses = responses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        execution.setVariable(ResponseProcess.URGE_DUE_AT,
                Date.from(responses.escalate(ResponseProcess.campaign(key), ResponseProcess.unit(key))));
    }
}
