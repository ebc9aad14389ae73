package vn.giaouoc.workflow.report;

import java.util.Optional;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.document.Papers;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.report.ConsolidatedReport;
import vn.giaouoc.report.Consolidation;
import vn.giaouoc.report.Period;
import vn.giaouoc.report.SignedReport;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.approval.PaperForm;

/** "Tổng hợp báo cáo": the standing agency's words over the units' figures. */
@Component
class ConsolidateReportForm implements PaperForm<ConsolidateReportForm.Data> {

    record Data(ConsolidatedReport report, List<FileRef> files) {
    }

    private final Consolidation consolidation;
    private final Papers papers;
    private final ReportViews views;
    private final ObjectMapper json;

    ConsolidateReportForm(Consolidation consolidation, Papers papers, ReportViews views, ObjectMapper json) {
        this.consolidation = consolidation;
        this.papers = papers;
        this.views = views;
        this.json = json;
    }

    @Override
    public String form() {
        return ReportProcess.KEY + "/consolidateReport";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        List<FileRef> files = reader.files(data);
        return new Data(reader.read(data, ConsolidatedReport.class), files);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.consolidation(task.businessKey());
    }

    @Override
    public Object initial(TaskContext task) {
        ObjectNode data = json.valueToTree(consolidation.written(task.caseCode(), seq(task)).map(SignedReport::report)
                .orElse(new ConsolidatedReport(null, null, null, null, null, null)));
        data.set("files", json.valueToTree(views.consolidation(task.businessKey()).get("reportFiles")));
        return data;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        consolidation.check(task.actor(), task.caseCode(), seq(task), data.report(), data.files());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        consolidation.submit(task.actor(), task.caseCode(), seq(task), data.report(), data.files());
        return Map.of();
    }

    private static int seq(TaskContext task) {
        return ReportProcess.seq(task.businessKey());
    }

    @Override
    public Optional<PaperView> paper(TaskContext task) {
        return papers.find(Period.paperOf(task.caseCode(), seq(task)));
    }

    @Override
    public String next(TaskContext task) {
        return "Báo cáo được trình Trưởng phòng, Giám đốc Sở, Văn phòng UBND và lãnh đạo UBND tỉnh ký.";
    }
}
