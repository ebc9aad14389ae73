package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantContent;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantView;
import vn.giaouoc.covenant.Covenants;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Tiếp thu, hoàn thiện giao ước": the revised content and the answers to what members said. */
@Component
class ReviseCovenantForm implements TaskForm<ReviseCovenantForm.Data> {

    record Data(CovenantContent content, Map<String, String> answers) {
    }

    private final Covenants covenants;
    private final CovenantQueries queries;
    private final CovenantViews views;
    private final ObjectMapper json;

    ReviseCovenantForm(Covenants covenants, CovenantQueries queries, CovenantViews views, ObjectMapper json) {
        this.covenants = covenants;
        this.queries = queries;
        this.views = views;
        this.json = json;
    }

    @Override
    public String form() {
        return CovenantProcess.KEY + "/reviseCovenant";
    }

    private record Along(Map<String, String> answers) {
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        Along along = reader.read(reader.take(data, List.of("answers")), Along.class);
        return new Data(reader.read(data, CovenantContent.class), along.answers() == null ? Map.of() : along.answers());
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.commented(task);
    }

    @Override
    public Object initial(TaskContext task) {
        CovenantView covenant = queries.get(task.businessKey());
        ObjectNode data = json.valueToTree(covenant.content());
        ObjectNode answers = data.putObject("answers");
        covenant.members().stream().filter(member -> member.answer() != null)
                .forEach(member -> answers.put(member.unitCode(), member.answer()));
        return data;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        return covenants.checkRevise(task.actor(), task.businessKey(), data.content(), data.answers());
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        covenants.revise(task.actor(), task.businessKey(), data.content(), data.answers());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Các thành viên đăng ký danh hiệu, chỉ tiêu theo bản này; sau đó tổ chức hội nghị để thống nhất và ký.";
    }

    @Override
    public String returnReason(TaskContext task) {
        return queries.get(task.businessKey()).returnReason();
    }
}
