package vn.giaouoc.workflow.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.document.Papers;

/** "Ghi nhận quá hạn": a step has passed its deadline; kept with the paper and shown in its history. */
@Component
class RecordOverdueDelegate implements JavaDelegate {

    private final Papers papers;

    RecordOverdueDelegate(Papers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        papers.overdue(execution.getProcessBusinessKey());
    }
}
