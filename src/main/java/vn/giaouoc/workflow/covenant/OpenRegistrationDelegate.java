package vn.giaouoc.workflow.covenant;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.Covenants;
import vn.giaouoc.covenant.RegistrationOpening;

/** "Mở đăng ký thi đua": the members that have not registered are asked. */
@Component
class OpenRegistrationDelegate implements JavaDelegate {

    private final Covenants covenants;
    private final CovenantMembers members;
    private final CovenantDates dates;

    OpenRegistrationDelegate(Covenants covenants, CovenantMembers members, CovenantDates dates) {
        this.covenants = covenants;
        this.members = members;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RegistrationOpening opening = covenants.openRegistration(execution.getProcessBusinessKey());
        members.tell(opening.key(), opening.waiting(), CovenantProcess.REGISTRATION_OPENED,
                CovenantMembers.dates(opening.dueAt(), opening.remindAt()));
        execution.setVariable(CovenantProcess.REGISTRATION_COMPLETE, opening.complete());
        execution.setVariable(CovenantProcess.REGISTER_DUE_AT, Date.from(opening.dueAt()));
        execution.setVariable(BlocYearProcess.HEAD_DUE_AT, dates.conference(opening.key(), opening.dueAt()));
    }
}
