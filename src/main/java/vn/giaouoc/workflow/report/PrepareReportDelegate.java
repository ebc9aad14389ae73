package vn.giaouoc.workflow.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.report.UnitReports;
import vn.giaouoc.workflow.response.ResponseProcess;

/** "Chờ đủ dữ liệu đơn vị": fails, and so shows as an incident, until the unit can be given work. */
@Component
class PrepareReportDelegate implements JavaDelegate {

    private final UnitReports reports;

    PrepareReportDelegate(UnitReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        execution.setVariable(ResponseProcess.UNIT_NAME, reports.openUnit(ReportProcess.campaign(key), ReportProcess.seq(key), ReportProcess.unit(key)));
    }
}
