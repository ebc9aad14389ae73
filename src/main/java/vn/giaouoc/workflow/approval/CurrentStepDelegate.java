package vn.giaouoc.workflow.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.document.Papers;

/** "Trình dự thảo" and "Chuyển lại bước được chọn": tells the model at which step the paper waits now, and until when. */
@Component
class CurrentStepDelegate implements JavaDelegate {

    private final Papers papers;

    CurrentStepDelegate(Papers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(ApprovalProcess.variables(papers.progress(execution.getProcessBusinessKey())));
    }
}
