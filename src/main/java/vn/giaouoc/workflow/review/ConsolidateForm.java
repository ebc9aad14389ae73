package vn.giaouoc.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.ReviewModel;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.review.Reviews;
import vn.giaouoc.review.Summary;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Tổng hợp sơ kết". */
@Component
class ConsolidateForm implements TaskForm<Summary> {

    private final Reviews reviews;
    private final ReviewQueries queries;
    private final ReviewViews views;
    private final ReviewDates dates;

    ConsolidateForm(Reviews reviews, ReviewQueries queries, ReviewViews views, ReviewDates dates) {
        this.reviews = reviews;
        this.queries = queries;
        this.views = views;
        this.dates = dates;
    }

    @Override
    public String form() {
        return ReviewProcess.KEY + "/consolidate";
    }

    @Override
    public Summary read(ObjectNode data, FormReader reader) {
        return reader.read(data, Summary.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.gathered(task);
    }

    /** The members' models are proposed; the head unit takes or leaves them. */
    @Override
    public Object initial(TaskContext task) {
        return Map.of("models", queries.get(task.businessKey()).members().stream().filter(member -> member.report() != null && member.reportedAt() != null)
                .flatMap(member -> member.report().models().stream().map(model -> new ReviewModel(member.unitCode(), model.kind(), model.name(),
                        model.achievement(), model.fromYear(), model.toYear()))).toList());
    }

    @Override
    public List<Finding> check(TaskContext task, Summary data) {
        return reviews.checkSummary(task.actor(), task.businessKey(), data);
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Summary data) {
        reviews.consolidate(task.actor(), task.businessKey(), data);
        return Map.of(ReviewProcess.HEAD_DUE_AT, dates.conference(task.businessKey()));
    }

    @Override
    public String next(TaskContext task) {
        return "Bản tổng hợp được đưa ra hội nghị sơ kết; sau hội nghị bạn hoàn thiện báo cáo để thủ trưởng ký.";
    }
}
