package vn.giaouoc.workflow.response;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Responses;

/** "Nhắc đơn vị trả lời": noted with the answer, and the open task moves up in Tasklist. */
@Component
class RemindUnitDelegate implements JavaDelegate {

    /** Above the default of 50. */
    private static final int RAISED = 70;

    private final Responses responses;
    private final TaskService tasks;

    RemindUnitDelegate(Responses responses, @Lazy TaskService tasks) {
        this.responses = responses;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        responses.reminded(ResponseProcess.campaign(key), ResponseProcess.unit(key));
        for (Task task : tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId()).list()) {
            tasks.setPriority(task.getId(), RAISED);
        }
    }
}
