package vn.giaouoc.workflow.covenant;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.MemberState;

/** "Dừng ký để chỉnh sửa": members that have not signed wait for the revised content. */
@Component
class StopSigningDelegate implements JavaDelegate {

    private final CovenantQueries covenants;
    private final CovenantMembers members;
    private final CovenantDates dates;

    StopSigningDelegate(CovenantQueries covenants, CovenantMembers members, CovenantDates dates) {
        this.covenants = covenants;
        this.members = members;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        List<String> units = covenants.get(key).members().stream().map(MemberState::unitCode).toList();
        members.tell(key, units, CovenantProcess.SIGNING_STOPPED, Map.of());
        execution.setVariable(BlocYearProcess.HEAD_DUE_AT, dates.revise(key));
    }
}
