package vn.giaouoc.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.ReviewSigning;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Tiếp nhận báo cáo sơ kết": Sở Nội vụ receives the bloc's report or returns it. */
@Component
class ReceiveReviewReportForm implements TaskForm<ReceiveReviewReportForm.Data> {

    record Data(Decision decision, String reason) {
    }

    enum Decision { RECEIVE, RETURN }

    private final ReviewSigning signing;
    private final ReviewViews views;
    private final ReviewDates dates;

    ReceiveReviewReportForm(ReviewSigning signing, ReviewViews views, ReviewDates dates) {
        this.signing = signing;
        this.views = views;
        this.dates = dates;
    }

    @Override
    public String form() {
        return ReviewProcess.KEY + "/receiveReport";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.gathered(task);
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        if (data.decision() == null) {
            throw new InvalidInput("decision", "Chọn tiếp nhận hoặc trả lại.");
        }
        if (data.decision() == Decision.RECEIVE) {
            signing.checkReceive(task.actor(), task.businessKey());
        } else {
            signing.checkReturn(task.actor(), task.businessKey(), data.reason());
        }
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        if (data.decision() == Decision.RECEIVE) {
            signing.receive(task.actor(), task.businessKey());
            return Map.of(ReviewProcess.OUTCOME, data.decision().name());
        }
        signing.returnToHead(task.actor(), task.businessKey(), data.reason());
        return Map.of(ReviewProcess.OUTCOME, ReviewProcess.RETURN, ReviewProcess.HEAD_DUE_AT, dates.draft(task.businessKey()));
    }

    @Override
    public String next(TaskContext task) {
        return "Tiếp nhận: báo cáo, biên bản được lưu, sơ kết của khối kết thúc. Trả lại: Trưởng khối chỉnh sửa và ký lại.";
    }
}
