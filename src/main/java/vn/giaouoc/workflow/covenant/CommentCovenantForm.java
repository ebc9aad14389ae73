package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.Covenants;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Góp ý dự thảo giao ước". */
@Component
class CommentCovenantForm implements TaskForm<CommentCovenantForm.Data> {

    record Data(Boolean agrees, String text, List<FileRef> files) {
    }

    private final Covenants covenants;
    private final CovenantViews views;

    CommentCovenantForm(Covenants covenants, CovenantViews views) {
        this.covenants = covenants;
        this.views = views;
    }

    @Override
    public String form() {
        return CovenantProcess.MEMBER_KEY + "/commentCovenant";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.member(task);
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        covenants.checkComment(task.actor(), CovenantProcess.covenant(task.businessKey()), CovenantProcess.unit(task.businessKey()),
                data.agrees(), data.text(), data.files());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        covenants.comment(task.actor(), CovenantProcess.covenant(task.businessKey()), CovenantProcess.unit(task.businessKey()),
                data.agrees(), data.text(), data.files());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Trưởng khối tiếp thu, giải trình ý kiến; sau đó đơn vị đăng ký danh hiệu, chỉ tiêu.";
    }
}
