package vn.giaouoc.workflow.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.review.MemberReport;
import vn.giaouoc.review.ReviewMemberView;
import vn.giaouoc.review.ReviewParts;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Lập báo cáo sơ kết": one member's figures, what campaigns know already filled in. */
@Component
class WriteReviewForm implements TaskForm<WriteReviewForm.Data> {

    record Data(MemberReport report, List<FileRef> files) {
    }

    private final ReviewParts parts;
    private final ReviewQueries reviews;
    private final ReviewViews views;
    private final ObjectMapper json;

    WriteReviewForm(ReviewParts parts, ReviewQueries reviews, ReviewViews views, ObjectMapper json) {
        this.parts = parts;
        this.reviews = reviews;
        this.views = views;
        this.json = json;
    }

    @Override
    public String form() {
        return ReviewProcess.MEMBER_KEY + "/writeReview";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        List<FileRef> files = reader.files(data);
        return new Data(reader.read(data, MemberReport.class), files);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = views.member(task);
        view.put("targets", parts.targets(task.businessKey()));
        return view;
    }

    /** What was sent back begins with what was written. */
    @Override
    public Object initial(TaskContext task) {
        ReviewMemberView member = reviews.member(task.businessKey());
        ObjectNode data = json.valueToTree(member.report() != null ? member.report() : new MemberReport(null, null, null, null, null));
        data.set("files", json.valueToTree(views.files(task.businessKey())));
        return data;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        parts.check(task.actor(), task.businessKey(), data.report(), data.files());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        parts.write(task.actor(), task.businessKey(), data.report(), data.files());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Báo cáo được trình thủ trưởng đơn vị duyệt, sau đó Trưởng khối tổng hợp vào báo cáo sơ kết của khối.";
    }

    @Override
    public String returnReason(TaskContext task) {
        return reviews.member(task.businessKey()).returnReason();
    }
}
