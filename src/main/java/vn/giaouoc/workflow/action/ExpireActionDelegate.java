package vn.giaouoc.workflow.action;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.action.ActionWork;

/** "Khép việc chưa xong": the bloc's year has closed. */
@Component
class ExpireActionDelegate implements JavaDelegate {

    private final ActionWork work;

    ExpireActionDelegate(ActionWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.expire(execution.getProcessBusinessKey());
    }
}
