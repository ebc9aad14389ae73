package vn.giaouoc.workflow.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.report.Periods;

/** "Ghi nhận quá hạn": the consolidated report is late. */
@Component
class NoteReportOverdueDelegate implements JavaDelegate {

    private final Periods periods;

    NoteReportOverdueDelegate(Periods periods) {
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        periods.overdue(ReportProcess.campaign(key), ReportProcess.seq(key));
    }
}
