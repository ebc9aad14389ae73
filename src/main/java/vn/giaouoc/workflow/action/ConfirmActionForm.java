package vn.giaouoc.workflow.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.action.ActionWork;
import vn.giaouoc.document.PaperStep.Decision;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;
import vn.giaouoc.workflow.response.ResponseProcess;

/** "Xác nhận kết quả": the head unit's task. */
@Component
class ConfirmActionForm implements TaskForm<ConfirmActionForm.Data> {

    record Data(Decision decision, String reason) {

        boolean confirmed() {
            return decision == Decision.APPROVE;
        }
    }

    private final ActionWork work;
    private final ActionViews views;

    ConfirmActionForm(ActionWork work, ActionViews views) {
        this.work = work;
        this.views = views;
    }

    @Override
    public String form() {
        return ActionProcess.KEY + "/confirmAction";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.view(task.businessKey());
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        if (data.decision() != Decision.APPROVE && data.decision() != Decision.RETURN) {
            throw new InvalidInput("decision", "Chọn xác nhận hoặc trả lại.");
        }
        work.checkDecision(task.actor(), task.businessKey(), data.confirmed(), data.reason());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        ActionWork.Decided decided = work.decide(task.actor(), task.businessKey(), data.confirmed(), data.reason());
        return Map.of(ActionProcess.OUTCOME, decided.ended() ? ActionProcess.CLOSED : ActionProcess.AGAIN,
                ResponseProcess.DUE_AT, Date.from(decided.dueAt()));
    }

    @Override
    public String next(TaskContext task) {
        return "Xác nhận: việc kết thúc, hoặc có hạn mới khi đơn vị đề nghị gia hạn. Trả lại: đơn vị thực hiện tiếp.";
    }
}
