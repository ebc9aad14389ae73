package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Xử lý từ chối ký": the head unit keeps the content and answers, or takes it back to be revised. */
@Component
class ResolveRefusalForm implements TaskForm<ResolveRefusalForm.Data> {

    record Data(Decision decision, Map<String, String> answers, String reason) {
    }

    private final CovenantSigning signing;
    private final CovenantViews views;

    ResolveRefusalForm(CovenantSigning signing, CovenantViews views) {
        this.signing = signing;
        this.views = views;
    }

    @Override
    public String form() {
        return CovenantProcess.KEY + "/resolveRefusal";
    }

    enum Decision { KEEP, REVISE }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = views.registered(task);
        view.put("refusals", signing.refusals(task.businessKey()));
        return view;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        if (data.decision() == null) {
            throw new InvalidInput("decision", "Chọn giữ nguyên hay đưa về chỉnh sửa.");
        }
        if (data.decision() == Decision.REVISE) {
            signing.checkTakeBack(task.actor(), task.businessKey(), data.reason());
        } else {
            signing.checkKeep(task.actor(), task.businessKey(), data.answers());
        }
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        if (data.decision() == Decision.REVISE) {
            signing.takeBack(task.actor(), task.businessKey(), data.reason());
        } else {
            signing.keep(task.actor(), task.businessKey(), data.answers());
        }
        return Map.of(CovenantProcess.OUTCOME, data.decision().name());
    }

    @Override
    public String next(TaskContext task) {
        return "Giữ nguyên: đơn vị nhận câu trả lời và được đề nghị ký lại. Đưa về chỉnh sửa: chữ ký đã có không còn giá trị, "
                + "mọi thành viên ký lại bản mới.";
    }
}
