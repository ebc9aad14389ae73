package vn.giaouoc.workflow.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.campaign.ResponseView;
import vn.giaouoc.campaign.Responses;
import vn.giaouoc.campaign.UnitAnswer;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Xây dựng kế hoạch, đăng ký công trình, phần việc". */
@Component
class WriteResponseForm implements TaskForm<WriteResponseForm.Data> {

    record Data(UnitAnswer answer, List<FileRef> files) {
    }

    private final Responses responses;
    private final ResponseViews views;
    private final ObjectMapper json;

    WriteResponseForm(Responses responses, ResponseViews views, ObjectMapper json) {
        this.responses = responses;
        this.views = views;
        this.json = json;
    }

    @Override
    public String form() {
        return ResponseProcess.KEY + "/writeResponse";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        List<FileRef> files = reader.files(data);
        return new Data(reader.read(data, UnitAnswer.class), files);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.view(task);
    }

    /** What was sent back begins with what was written; a new answer begins with the subjects the plan gives this commune. */
    @Override
    public Object initial(TaskContext task) {
        ResponseView response = views.response(task);
        ObjectNode data = response.answer() == null ? json.createObjectNode() : json.valueToTree(response.answer());
        data.set("files", json.valueToTree(views.view(task).get("responseFiles")));
        if (response.answer() == null) {
            data.set("coveredSubjects", json.valueToTree(views.coveredSubjects(task)));
        }
        return data;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        responses.check(task.actor(), task.caseCode(), task.part(), data.answer(), data.files());
        return List.of();
    }

    /** Writing checks it all. */
    @Override
    public void checkAgain(TaskContext task, Data data) {
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        responses.write(task.actor(), task.caseCode(), task.part(), data.answer(), data.files());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Nội dung được trình thủ trưởng đơn vị duyệt, sau đó được ghi nhận tại Sở Nội vụ.";
    }

    @Override
    public String returnReason(TaskContext task) {
        return views.response(task).returnReason();
    }
}
