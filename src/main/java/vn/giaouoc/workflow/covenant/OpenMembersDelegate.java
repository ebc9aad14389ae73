package vn.giaouoc.workflow.covenant;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.Covenants;
import vn.giaouoc.covenant.MembersOpening;

/** "Gửi các thành viên góp ý": every member gets its part, a few dozen at most. */
@Component
class OpenMembersDelegate implements JavaDelegate {

    private final Covenants covenants;
    private final CovenantMembers members;
    private final CovenantDates dates;

    OpenMembersDelegate(Covenants covenants, CovenantMembers members, CovenantDates dates) {
        this.covenants = covenants;
        this.members = members;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MembersOpening opening = covenants.openMembers(execution.getProcessBusinessKey());
        members.open(opening);
        execution.setVariable(CovenantProcess.COMMENT_DUE_AT, Date.from(opening.dueAt()));
        execution.setVariable(BlocYearProcess.HEAD_DUE_AT, dates.revise(opening.key(), opening.dueAt()));
    }
}
