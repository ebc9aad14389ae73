package vn.giaouoc.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.Inspections;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Ý kiến về kết quả kiểm tra": the inspected unit's word. */
@Component
class AnswerFindingsForm implements TaskForm<AnswerFindingsForm.Data> {

    record Data(Boolean agrees, String comment) {
    }

    private final Inspections inspections;
    private final ReviewViews views;

    AnswerFindingsForm(Inspections inspections, ReviewViews views) {
        this.inspections = inspections;
        this.views = views;
    }

    @Override
    public String form() {
        return ReviewProcess.INSPECTION_KEY + "/answerFindings";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.inspection(task);
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        inspections.checkAnswer(task.actor(), task.businessKey(), data.agrees(), data.comment());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        inspections.answer(task.actor(), task.businessKey(), data.agrees(), data.comment());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Kết quả kiểm tra và ý kiến của đơn vị được đưa vào báo cáo sơ kết của khối.";
    }
}
