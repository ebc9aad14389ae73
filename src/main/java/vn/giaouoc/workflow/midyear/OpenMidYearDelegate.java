package vn.giaouoc.workflow.midyear;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.midyear.MidYearReports;

/** "Mở báo cáo": its date has come, or somebody opened it. */
@Component
class OpenMidYearDelegate implements JavaDelegate {

    private final MidYearReports reports;

    OpenMidYearDelegate(MidYearReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(MidYearProcess.WRITE_DUE_AT, Date.from(reports.opened(execution.getProcessBusinessKey())));
    }
}
