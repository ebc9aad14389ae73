package vn.giaouoc.workflow.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.ReviewParts;
import vn.giaouoc.workflow.response.ResponseProcess;

/** "Chờ đủ dữ liệu đơn vị": fails, and so shows as an incident, until the member can be given work. */
@Component
class PrepareReviewMemberDelegate implements JavaDelegate {

    private final ReviewParts parts;

    PrepareReviewMemberDelegate(ReviewParts parts) {
        this.parts = parts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ResponseProcess.UNIT_NAME, parts.requireReady(execution.getProcessBusinessKey()));
    }
}
