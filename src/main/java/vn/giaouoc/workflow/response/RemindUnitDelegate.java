package vn.giaouoc.workflow.response;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Responses;

/** "Nhắc đơn vị trả lời": noted with the answer, and the open task moves up in Tasklist. */
@Component
class RemindUnitDelegate implements JavaDelegate {

    private final Responses responses;
    private final OpenTasks tasks;

    RemindUnitDelegate(Responses responses, OpenTasks tasks) {
        this.responses = responses;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        responses.reminded(ResponseProcess.campaign(key), ResponseProcess.unit(key));
        tasks.raise(execution.getProcessInstanceId());
    }
}
