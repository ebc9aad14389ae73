package vn.giaouoc.workflow.change;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.change.Changes;

/** "Áp dụng thay đổi": the signed change takes effect. */
@Component
class ApplyChangeDelegate implements JavaDelegate {

    private final Changes changes;

    ApplyChangeDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        changes.apply(ChangeProcess.campaign(key), ChangeProcess.seq(key));
    }
}
