package vn.giaouoc.workflow.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.campaign.Responses;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Đôn đốc đơn vị trả lời": the head of a late unit says why and until when. */
@Component
class UrgeUnitForm implements TaskForm<UrgeUnitForm.Data> {

    record Data(String note, LocalDate promisedDate) {
    }

    private final Responses responses;
    private final ResponseViews views;

    UrgeUnitForm(Responses responses, ResponseViews views) {
        this.responses = responses;
        this.views = views;
    }

    @Override
    public String form() {
        return ResponseProcess.KEY + "/urgeUnit";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.view(task);
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        responses.checkUrge(data.note(), data.promisedDate());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        responses.urge(task.caseCode(), task.part(), data.note(), data.promisedDate());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Ý kiến được ghi vào hồ sơ theo dõi; việc trả lời của đơn vị vẫn cần hoàn thành.";
    }
}
