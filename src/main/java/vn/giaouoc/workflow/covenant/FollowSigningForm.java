package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Theo dõi ký giao ước": who has signed; completing it takes the covenant back to be revised. */
@Component
class FollowSigningForm implements TaskForm<FollowSigningForm.Data> {

    record Data(String reason) {
    }

    private final CovenantSigning signing;
    private final CovenantViews views;

    FollowSigningForm(CovenantSigning signing, CovenantViews views) {
        this.signing = signing;
        this.views = views;
    }

    @Override
    public String form() {
        return CovenantProcess.KEY + "/followSigning";
    }

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
        signing.checkTakeBack(task.actor(), task.businessKey(), data.reason());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        signing.takeBack(task.actor(), task.businessKey(), data.reason());
        return Map.of(CovenantProcess.OUTCOME, CovenantProcess.REVISE);
    }

    @Override
    public String next(TaskContext task) {
        return "Việc này tự đóng khi đủ chữ ký. Chỉ bấm hoàn thành khi cần thu lại giao ước để chỉnh sửa: chữ ký đã có không "
                + "còn giá trị, mọi thành viên ký lại.";
    }
}
