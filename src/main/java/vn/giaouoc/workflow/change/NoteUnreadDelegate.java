package vn.giaouoc.workflow.change;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.change.Changes;

/** "Ghi nhận chưa tiếp nhận": the unit has not read the change in time. */
@Component
class NoteUnreadDelegate implements JavaDelegate {

    private final Changes changes;

    NoteUnreadDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        changes.unread(ChangeProcess.campaign(key), ChangeProcess.seq(key), ChangeProcess.unit(key));
    }
}
