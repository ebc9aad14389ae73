package vn.giaouoc.workflow.midyear;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.midyear.MidYearReports;

/** "Ghi nhận quá hạn": the report is late. */
@Component
class NoteMidYearOverdueDelegate implements JavaDelegate {

    private final MidYearReports reports;

    NoteMidYearOverdueDelegate(MidYearReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.overdue(execution.getProcessBusinessKey());
    }
}
