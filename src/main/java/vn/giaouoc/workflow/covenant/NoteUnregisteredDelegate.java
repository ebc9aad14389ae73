package vn.giaouoc.workflow.covenant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.Covenants;

/** "Ghi nhận chưa đăng ký": the deadline has passed without the member's registration. */
@Component
class NoteUnregisteredDelegate implements JavaDelegate {

    private final Covenants covenants;
    private final MemberSteps steps;

    NoteUnregisteredDelegate(Covenants covenants, MemberSteps steps) {
        this.covenants = covenants;
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        covenants.registrationMissing(CovenantProcess.covenant(key), CovenantProcess.unit(key));
        steps.next(execution);
    }
}
