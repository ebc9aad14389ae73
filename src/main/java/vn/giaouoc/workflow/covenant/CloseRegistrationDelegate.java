package vn.giaouoc.workflow.covenant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.Covenants;

/** "Khép đợt đăng ký": who has not registered is noted. */
@Component
class CloseRegistrationDelegate implements JavaDelegate {

    private final Covenants covenants;

    CloseRegistrationDelegate(Covenants covenants) {
        this.covenants = covenants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        covenants.closeRegistration(execution.getProcessBusinessKey());
    }
}
