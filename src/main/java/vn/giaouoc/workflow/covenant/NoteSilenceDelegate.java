package vn.giaouoc.workflow.covenant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.Covenants;

/** "Ghi nhận không có ý kiến": the deadline has passed without the member's comment. */
@Component
class NoteSilenceDelegate implements JavaDelegate {

    private final Covenants covenants;
    private final MemberSteps steps;

    NoteSilenceDelegate(Covenants covenants, MemberSteps steps) {
        this.covenants = covenants;
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        covenants.silence(CovenantProcess.covenant(key), CovenantProcess.unit(key));
        steps.next(execution);
    }
}
