package vn.giaouoc.workflow.covenant;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.covenant.SigningOpening;

/** "Mở ký giao ước": every member is asked to sign the frozen version. */
@Component
class OpenSigningDelegate implements JavaDelegate {

    private final CovenantSigning signing;
    private final CovenantMembers members;

    OpenSigningDelegate(CovenantSigning signing, CovenantMembers members) {
        this.signing = signing;
        this.members = members;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SigningOpening opening = signing.openSigning(execution.getProcessBusinessKey());
        members.openSigning(opening.key(), opening.units(), CovenantMembers.dates(opening.dueAt(), opening.remindAt()));
        execution.setVariable(CovenantProcess.SIGN_DUE_AT, Date.from(opening.dueAt()));
    }
}
