package vn.giaouoc.workflow.covenant;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantRecords;

/** "Khép phần việc của thành viên": the covenant is recorded, nobody waits any more. */
@Component
class CloseMembersDelegate implements JavaDelegate {

    private final CovenantRecords records;
    private final CovenantMembers members;

    CloseMembersDelegate(CovenantRecords records, CovenantMembers members) {
        this.records = records;
        this.members = members;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        List<String> units = records.closeMembers(key).stream().map(CovenantProcess::unit).toList();
        members.tell(key, units, CovenantProcess.SIGNING_CLOSED, Map.of());
    }
}
