package vn.giaouoc.workflow.covenant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantSigning;

/** "Ghi nhận thiếu chữ ký": the deadline has passed; Sở Nội vụ decides. */
@Component
class NoteMissingDelegate implements JavaDelegate {

    private final CovenantSigning signing;
    private final CovenantDates dates;

    NoteMissingDelegate(CovenantSigning signing, CovenantDates dates) {
        this.signing = signing;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        signing.noteMissing(execution.getProcessBusinessKey());
        execution.setVariable(CovenantProcess.SNV_DUE_AT, dates.decide(execution.getProcessBusinessKey()));
    }
}
