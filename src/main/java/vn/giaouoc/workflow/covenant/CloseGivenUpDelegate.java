package vn.giaouoc.workflow.covenant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantRecords;

/** "Khép bản điều chỉnh đã hủy": nobody comments on it any more. */
@Component
class CloseGivenUpDelegate implements JavaDelegate {

    private final CovenantRecords records;

    CloseGivenUpDelegate(CovenantRecords records) {
        this.records = records;
    }

    @Override
    public void execute(DelegateExecution execution) {
        records.closeGivenUp((String) execution.getVariable(BlocYearProcess.COVENANT_KEY));
    }
}
