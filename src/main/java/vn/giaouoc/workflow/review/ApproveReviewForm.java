package vn.giaouoc.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.ReviewParts;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Thủ trưởng đơn vị duyệt báo cáo sơ kết". */
@Component
class ApproveReviewForm implements TaskForm<ApproveReviewForm.Data> {

    record Data(Decision decision, String reason) {

        Boolean approved() {
            return decision == null ? null : decision == Decision.APPROVE;
        }
    }

    enum Decision { APPROVE, RETURN }

    private final ReviewParts parts;
    private final ReviewViews views;

    ApproveReviewForm(ReviewParts parts, ReviewViews views) {
        this.parts = parts;
        this.views = views;
    }

    @Override
    public String form() {
        return ReviewProcess.MEMBER_KEY + "/approveReview";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.member(task);
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        parts.checkApproval(task.actor(), task.businessKey(), data.approved(), data.reason());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        parts.approve(task.actor(), task.businessKey(), data.approved(), data.reason());
        return Map.of(ReviewProcess.APPROVED, data.approved());
    }

    @Override
    public String next(TaskContext task) {
        return "Đồng ý: báo cáo được gửi Trưởng khối. Trả lại: cán bộ phụ trách lập lại.";
    }
}
