package vn.giaouoc.workflow.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.report.UnitReports;
import vn.giaouoc.workflow.response.OpenTasks;

/** "Nhắc đơn vị báo cáo": noted with the report, and the open task moves up in Tasklist. */
@Component
class RemindReportDelegate implements JavaDelegate {

    private final UnitReports reports;
    private final OpenTasks tasks;

    RemindReportDelegate(UnitReports reports, OpenTasks tasks) {
        this.reports = reports;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        reports.reminded(ReportProcess.campaign(key), ReportProcess.seq(key), ReportProcess.unit(key));
        tasks.raise(execution.getProcessInstanceId());
    }
}
