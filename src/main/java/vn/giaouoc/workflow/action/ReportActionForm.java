package vn.giaouoc.workflow.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.action.ActionReport;
import vn.giaouoc.action.ActionWork;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Thực hiện, báo cáo kết quả": the owner's task. */
@Component
class ReportActionForm implements TaskForm<ActionReport> {

    private final ActionWork work;
    private final ActionViews views;

    ReportActionForm(ActionWork work, ActionViews views) {
        this.work = work;
        this.views = views;
    }

    @Override
    public String form() {
        return ActionProcess.KEY + "/reportAction";
    }

    @Override
    public ActionReport read(ObjectNode data, FormReader reader) {
        return reader.read(data, ActionReport.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.view(task.businessKey());
    }

    @Override
    public List<Finding> check(TaskContext task, ActionReport data) {
        work.checkReport(task.actor(), task.businessKey(), data);
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, ActionReport data) {
        ActionWork.Confirmation next = work.report(task.actor(), task.businessKey(), data);
        return Map.of(ActionProcess.CONFIRM_GROUP, next.group(), ActionProcess.CONFIRM_DUE_AT, Date.from(next.dueAt()));
    }

    @Override
    public String next(TaskContext task) {
        return "Đơn vị Trưởng khối xác nhận kết quả (hoặc đồng ý gia hạn), hoặc trả lại kèm lý do.";
    }

    @Override
    public String returnReason(TaskContext task) {
        return work.returnReason(task.businessKey());
    }
}
