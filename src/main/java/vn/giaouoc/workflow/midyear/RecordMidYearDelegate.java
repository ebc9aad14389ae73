package vn.giaouoc.workflow.midyear;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.midyear.MidYearReports;

/** "Ghi nhận báo cáo đã ban hành": the paper is signed and registered. */
@Component
class RecordMidYearDelegate implements JavaDelegate {

    private final MidYearReports reports;

    RecordMidYearDelegate(MidYearReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.signed(execution.getProcessBusinessKey());
    }
}
