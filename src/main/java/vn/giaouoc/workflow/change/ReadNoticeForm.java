package vn.giaouoc.workflow.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.change.Changes;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Tiếp nhận nội dung điều chỉnh, thu hồi": the unit reads what changed. */
@Component
class ReadNoticeForm implements TaskForm<ReadNoticeForm.Data> {

    record Data() {
    }

    private final Changes changes;
    private final ChangeViews views;

    ReadNoticeForm(Changes changes, ChangeViews views) {
        this.changes = changes;
        this.views = views;
    }

    @Override
    public String form() {
        return ChangeProcess.NOTICE_KEY + "/readNotice";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.notice(task.caseCode(), ChangeProcess.seq(task.businessKey()));
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        String key = task.businessKey();
        changes.read(task.actor(), task.caseCode(), ChangeProcess.seq(key), ChangeProcess.unit(key));
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Hệ thống ghi nhận đơn vị đã tiếp nhận; nội dung đơn vị đã soạn hoặc đã gửi được giữ nguyên.";
    }
}
