package vn.giaouoc.workflow.covenant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.Covenants;

/** "Khép đợt góp ý": who has not commented is noted as silent. */
@Component
class CloseCommentsDelegate implements JavaDelegate {

    private final Covenants covenants;

    CloseCommentsDelegate(Covenants covenants) {
        this.covenants = covenants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        covenants.closeComments(execution.getProcessBusinessKey());
    }
}
