package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantContent;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.Covenants;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Dự thảo giao ước": the head unit's draft; of an amendment, the content in force as it shall be. */
@Component
class DraftCovenantForm implements TaskForm<DraftCovenantForm.Data> {

    record Data(CovenantContent content) {
    }

    private final Covenants covenants;
    private final CovenantQueries queries;
    private final CovenantViews views;

    DraftCovenantForm(Covenants covenants, CovenantQueries queries, CovenantViews views) {
        this.covenants = covenants;
        this.queries = queries;
        this.views = views;
    }

    @Override
    public String form() {
        return CovenantProcess.KEY + "/draftCovenant";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return new Data(reader.read(data, CovenantContent.class));
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.document(task);
    }

    @Override
    public Object initial(TaskContext task) {
        CovenantContent content = queries.get(task.businessKey()).content();
        return content == null ? Map.of() : content;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        return covenants.checkContent(task.actor(), task.businessKey(), data.content());
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        covenants.draft(task.actor(), task.businessKey(), data.content());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Dự thảo được gửi các thành viên góp ý; sau đó bạn tiếp thu, hoàn thiện.";
    }
}
