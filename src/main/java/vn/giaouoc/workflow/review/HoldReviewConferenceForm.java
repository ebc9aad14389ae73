package vn.giaouoc.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.Attendance;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.review.ReviewConference;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.review.Reviews;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Hội nghị sơ kết": attendance, what was discussed, what was decided with owner and date. */
@Component
class HoldReviewConferenceForm implements TaskForm<HoldReviewConferenceForm.Data> {

    record Data(ReviewConference conference, List<FileRef> files) {
    }

    private final Reviews reviews;
    private final ReviewQueries queries;
    private final ReviewViews views;

    HoldReviewConferenceForm(Reviews reviews, ReviewQueries queries, ReviewViews views) {
        this.reviews = reviews;
        this.queries = queries;
        this.views = views;
    }

    @Override
    public String form() {
        return ReviewProcess.KEY + "/holdConference";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        List<FileRef> files = reader.files(data);
        return new Data(reader.read(data, ReviewConference.class), files);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.gathered(task);
    }

    /** Everybody is expected. */
    @Override
    public Object initial(TaskContext task) {
        return Map.of("attendance", queries.get(task.businessKey()).members().stream()
                .map(member -> new Attendance(member.unitCode(), true, null, null)).toList());
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        reviews.checkConference(task.actor(), task.businessKey(), data.conference(), data.files());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        reviews.hold(task.actor(), task.businessKey(), data.conference(), data.files());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Mỗi kết luận, nhiệm vụ thành một việc giao đơn vị thực hiện; sau đó bạn hoàn thiện báo cáo sơ kết.";
    }
}
