package vn.giaouoc.workflow.midyear;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.document.Papers;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.midyear.MidYearReport;
import vn.giaouoc.midyear.MidYearReports;
import vn.giaouoc.midyear.MidYearText;
import vn.giaouoc.midyear.SubmittedMidYear;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.approval.PaperForm;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;

/** "Tổng hợp báo cáo sơ kết toàn tỉnh": the words of Sở Nội vụ over what was gathered. */
@Component
class WriteMidYearForm implements PaperForm<WriteMidYearForm.Data> {

    record Data(MidYearText text, List<FileRef> files) {
    }

    private final MidYearReports reports;
    private final MidYearViews views;
    private final Papers papers;
    private final ObjectMapper json;

    WriteMidYearForm(MidYearReports reports, MidYearViews views, Papers papers, ObjectMapper json) {
        this.reports = reports;
        this.views = views;
        this.papers = papers;
        this.json = json;
    }

    @Override
    public String form() {
        return MidYearProcess.KEY + "/writeReport";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        List<FileRef> files = reader.files(data);
        return new Data(reader.read(data, MidYearText.class), files);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.writing(task.caseCode());
    }

    @Override
    public Object initial(TaskContext task) {
        ObjectNode data = json.valueToTree(reports.written(task.caseCode()).map(SubmittedMidYear::text).orElse(MidYearText.blank()));
        data.set("files", json.valueToTree(views.files(task.caseCode())));
        return data;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        reports.check(task.actor(), task.caseCode(), data.text(), data.files());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        reports.submit(task.actor(), task.caseCode(), data.text(), data.files());
        return Map.of();
    }

    @Override
    public Optional<PaperView> paper(TaskContext task) {
        return papers.find(MidYearReport.paperOf(task.caseCode()));
    }

    @Override
    public String next(TaskContext task) {
        return "Báo cáo được trình Trưởng phòng, Giám đốc Sở, Văn phòng UBND và lãnh đạo UBND tỉnh ký.";
    }
}
