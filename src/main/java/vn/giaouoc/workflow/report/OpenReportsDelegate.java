package vn.giaouoc.workflow.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.report.UnitReports;

/** "Mở báo cáo cho các đơn vị": one batch of units gets its tasks, in a job of its own. */
@Component
class OpenReportsDelegate implements JavaDelegate {

    private final UnitReports reports;

    OpenReportsDelegate(UnitReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        reports.openBatch(ReportProcess.campaign(key), ReportProcess.seq(key), (Integer) execution.getVariable(ReportProcess.BATCH));
    }
}
