package vn.giaouoc.workflow.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.report.UnitReports;

/** "Ghi nhận chậm": the date has passed without the unit's report. */
@Component
class NoteReportLateDelegate implements JavaDelegate {

    private final UnitReports reports;

    NoteReportLateDelegate(UnitReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        reports.overdue(ReportProcess.campaign(key), ReportProcess.seq(key), ReportProcess.unit(key));
    }
}
