package vn.giaouoc.workflow.covenant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.workflow.response.ResponseProcess;

/** "Chờ đủ dữ liệu đơn vị": fails, and so shows as an incident, until the successor can be given work. */
@Component
class PrepareAnnexDelegate implements JavaDelegate {

    private final UnitReadiness readiness;
    private final CovenantSigning signing;

    PrepareAnnexDelegate(UnitReadiness readiness, CovenantSigning signing) {
        this.readiness = readiness;
        this.signing = signing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ResponseProcess.UNIT_NAME, readiness.require(signing.annex(execution.getProcessBusinessKey()).toUnit()));
    }
}
