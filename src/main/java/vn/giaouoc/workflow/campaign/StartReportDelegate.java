package vn.giaouoc.workflow.campaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.report.Periods;

/** "Mở kỳ báo cáo": the period begins as a case of its own. */
@Component
class StartReportDelegate implements JavaDelegate {

    private final Periods periods;

    StartReportDelegate(Periods periods) {
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        periods.open(execution.getProcessBusinessKey(), (Integer) execution.getVariable(CampaignProcess.REPORT_SEQ));
    }
}
