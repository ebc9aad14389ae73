package vn.giaouoc.workflow.covenant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.workflow.response.ResponseProcess;

/** "Chờ đủ dữ liệu đơn vị": fails, and so shows as an incident, until the member can be given work; it then joins where its bloc is. */
@Component
class PrepareMemberDelegate implements JavaDelegate {

    private final UnitReadiness readiness;
    private final CovenantQueries covenants;
    private final MemberSteps steps;

    PrepareMemberDelegate(UnitReadiness readiness, CovenantQueries covenants, MemberSteps steps) {
        this.readiness = readiness;
        this.covenants = covenants;
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        String unit = MemberSteps.member(covenants.get(CovenantProcess.covenant(key)), CovenantProcess.unit(key)).actingUnit();
        execution.setVariable(ResponseProcess.UNIT_NAME, readiness.require(unit));
        steps.next(execution);
    }
}
