package vn.giaouoc.workflow.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.ReviewParts;
import vn.giaouoc.workflow.response.OpenTasks;

/** "Nhắc đơn vị báo cáo": noted with the part, and the open task moves up in Tasklist. */
@Component
class RemindReviewMemberDelegate implements JavaDelegate {

    private final ReviewParts parts;
    private final OpenTasks tasks;

    RemindReviewMemberDelegate(ReviewParts parts, OpenTasks tasks) {
        this.parts = parts;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parts.reminded(execution.getProcessBusinessKey());
        tasks.raise(execution.getProcessInstanceId());
    }
}
