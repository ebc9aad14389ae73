package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantRecords;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Ghi nhận giao ước": Sở Nội vụ records it as the baseline, or returns it. */
@Component
class RecordCovenantForm implements TaskForm<RecordCovenantForm.Data> {

    record Data(Decision decision, String reason) {
    }

    private final CovenantRecords records;
    private final CovenantViews views;

    RecordCovenantForm(CovenantRecords records, CovenantViews views) {
        this.records = records;
        this.views = views;
    }

    @Override
    public String form() {
        return CovenantProcess.KEY + "/recordCovenant";
    }

    enum Decision { RECORD, RETURN }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.registered(task);
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        if (data.decision() == null) {
            throw new InvalidInput("decision", "Chọn ghi nhận hoặc trả lại.");
        }
        if (data.decision() == Decision.RECORD) {
            records.checkRecord(task.actor(), task.businessKey());
        } else {
            records.checkReturn(task.actor(), task.businessKey(), data.reason());
        }
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        if (data.decision() == Decision.RECORD) {
            records.record(task.actor(), task.businessKey());
            return Map.of(CovenantProcess.OUTCOME, data.decision().name());
        }
        records.returnToHead(task.actor(), task.businessKey(), data.reason());
        return Map.of(CovenantProcess.OUTCOME, CovenantProcess.RETURNED);
    }

    @Override
    public String next(TaskContext task) {
        return "Ghi nhận: các chỉ tiêu thành căn cứ chấm điểm, không sửa được nữa. Trả lại: Trưởng khối chỉnh sửa, mọi thành viên ký lại.";
    }
}
