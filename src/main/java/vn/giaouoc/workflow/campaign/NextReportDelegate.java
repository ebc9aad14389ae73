package vn.giaouoc.workflow.campaign;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.report.Periods;

/** "Xác định kỳ báo cáo tiếp theo": by the plan in force. */
@Component
class NextReportDelegate implements JavaDelegate {

    private final Periods periods;

    NextReportDelegate(Periods periods) {
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = periods.next(execution.getProcessBusinessKey());
        execution.setVariable(CampaignProcess.MORE_REPORTS, next.isPresent());
        next.ifPresent(period -> {
            execution.setVariable(CampaignProcess.REPORT_SEQ, period.seq());
            execution.setVariable(CampaignProcess.REPORT_OPENS_AT, Date.from(period.opensAt()));
        });
    }
}
