package vn.giaouoc.workflow.action;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.action.ActionWork;
import vn.giaouoc.workflow.response.ResponseProcess;

/** "Chờ đủ dữ liệu đơn vị": fails, and so shows as an incident, until the owner can be given work. */
@Component
class PrepareActionDelegate implements JavaDelegate {

    private final ActionWork work;

    PrepareActionDelegate(ActionWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ResponseProcess.UNIT_NAME, work.prepare(execution.getProcessBusinessKey()));
    }
}
