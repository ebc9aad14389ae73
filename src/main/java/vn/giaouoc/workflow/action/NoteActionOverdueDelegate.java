package vn.giaouoc.workflow.action;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.action.ActionWork;

/** "Ghi nhận quá hạn": the date has passed without a result. */
@Component
class NoteActionOverdueDelegate implements JavaDelegate {

    private final ActionWork work;

    NoteActionOverdueDelegate(ActionWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.overdue(execution.getProcessBusinessKey());
    }
}
