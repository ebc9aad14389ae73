package vn.giaouoc.workflow.covenant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.workflow.response.OpenTasks;

/** "Nhắc đơn vị": the open task moves up in Tasklist. */
@Component
class RemindMemberDelegate implements JavaDelegate {

    private final OpenTasks tasks;

    RemindMemberDelegate(OpenTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tasks.raise(execution.getProcessInstanceId());
    }
}
