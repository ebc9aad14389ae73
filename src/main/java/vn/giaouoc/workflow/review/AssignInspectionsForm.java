package vn.giaouoc.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.review.Inspections;
import vn.giaouoc.review.Pair;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Phân công kiểm tra chéo": the drawn pairs, changed where needed. */
@Component
class AssignInspectionsForm implements TaskForm<AssignInspectionsForm.Data> {

    record Data(List<Pair> pairs, Map<String, String> reasons) {

        Data {
            pairs = pairs == null ? List.of() : pairs.stream().toList();
            reasons = reasons == null ? Map.of() : reasons;
        }
    }

    private final Inspections inspections;
    private final ReviewViews views;

    AssignInspectionsForm(Inspections inspections, ReviewViews views) {
        this.inspections = inspections;
        this.views = views;
    }

    @Override
    public String form() {
        return ReviewProcess.KEY + "/assignInspections";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.gathered(task);
    }

    @Override
    public Object initial(TaskContext task) {
        return Map.of("pairs", inspections.drawn(task.businessKey()));
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        return inspections.checkAssign(task.actor(), task.businessKey(), data.pairs(), data.reasons());
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        inspections.assign(task.actor(), task.businessKey(), data.pairs(), data.reasons());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Mỗi đơn vị kiểm tra nhận một việc; đủ kết quả hoặc hết hạn thì bạn tổng hợp sơ kết.";
    }
}
