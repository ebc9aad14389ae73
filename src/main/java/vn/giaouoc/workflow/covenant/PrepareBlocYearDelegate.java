package vn.giaouoc.workflow.covenant;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantStart;
import vn.giaouoc.covenant.Covenants;

/** "Chuẩn bị năm công tác": fails, and so shows as an incident, until the head unit can be given work; then its covenant begins. */
@Component
class PrepareBlocYearDelegate implements JavaDelegate {

    private final BlocYears years;
    private final Covenants covenants;

    PrepareBlocYearDelegate(BlocYears years, Covenants covenants) {
        this.years = years;
        this.covenants = covenants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String year = execution.getProcessBusinessKey();
        years.open(year);
        CovenantStart start = covenants.begin(year);
        execution.setVariable(BlocYearProcess.COVENANT_KEY, start.key());
        execution.setVariable(BlocYearProcess.HEAD_GROUP, start.headGroup());
        execution.setVariable(BlocYearProcess.HEAD_DUE_AT, Date.from(start.dueAt()));
    }
}
