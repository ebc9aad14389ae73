package vn.giaouoc.workflow.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.campaign.Responses;
import vn.giaouoc.document.PaperStep.Decision;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Thủ trưởng đơn vị duyệt". */
@Component
class ApproveResponseForm implements TaskForm<ApproveResponseForm.Data> {

    record Data(Decision decision, String reason) {
    }

    private final Responses responses;
    private final ResponseViews views;

    ApproveResponseForm(Responses responses, ResponseViews views) {
        this.responses = responses;
        this.views = views;
    }

    @Override
    public String form() {
        return ResponseProcess.KEY + "/approveResponse";
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
        requireDecision(data);
        responses.checkApproval(task.actor(), task.caseCode(), task.part(), approved(data), data.reason());
        return List.of();
    }

    /** Approving checks the rest. */
    @Override
    public void checkAgain(TaskContext task, Data data) {
        requireDecision(data);
    }

    private static void requireDecision(Data data) {
        if (data.decision() != Decision.APPROVE && data.decision() != Decision.RETURN) {
            throw new InvalidInput("decision", "Chọn duyệt hoặc trả lại.");
        }
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        responses.approve(task.actor(), task.caseCode(), task.part(), approved(data), data.reason());
        return Map.of(ResponseProcess.APPROVED, approved(data),
                ResponseProcess.RETURN_UNTIL, Date.from(responses.returnableUntil(task.caseCode())));
    }

    private static boolean approved(Data data) {
        return data.decision() == Decision.APPROVE;
    }

    @Override
    public String next(TaskContext task) {
        return "Duyệt: kế hoạch được ghi nhận tại Sở Nội vụ. Trả lại: cán bộ của đơn vị hoàn thiện lại.";
    }
}
