package vn.giaouoc.workflow.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.report.Periods;

/** "Ghi nhận báo cáo đã ban hành": the period is over. */
@Component
class RecordReportDelegate implements JavaDelegate {

    private final Periods periods;

    RecordReportDelegate(Periods periods) {
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        periods.signed(ReportProcess.campaign(key), ReportProcess.seq(key));
    }
}
