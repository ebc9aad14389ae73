package vn.giaouoc.workflow.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.report.UnitReport;
import vn.giaouoc.report.UnitReports;
import vn.giaouoc.report.UnitReportView;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Lập báo cáo": one unit's figures, works, models. */
@Component
class WriteReportForm implements TaskForm<WriteReportForm.Data> {

    record Data(UnitReport report, List<FileRef> files) {
    }

    private final UnitReports reports;
    private final ReportViews views;
    private final ObjectMapper json;

    WriteReportForm(UnitReports reports, ReportViews views, ObjectMapper json) {
        this.reports = reports;
        this.views = views;
        this.json = json;
    }

    @Override
    public String form() {
        return ReportProcess.UNIT_KEY + "/writeReport";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        List<FileRef> files = reader.files(data);
        return new Data(reader.read(data, UnitReport.class), files);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.unit(task.businessKey());
    }

    /** What was sent back begins with what was written; a new report with the last figures and the open works. */
    @Override
    public Object initial(TaskContext task) {
        UnitReportView report = view(task, task.businessKey());
        ObjectNode data = json.valueToTree(report.report() != null ? report.report()
                : reports.prefilled(report.campaignCode(), report.seq(), report.unitCode()));
        data.set("files", json.valueToTree(views.unit(task.businessKey()).get("reportFiles")));
        return data;
    }

    private UnitReportView view(TaskContext task, String key) {
        return reports.view(task.caseCode(), ReportProcess.seq(key), ReportProcess.unit(key));
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        String key = task.businessKey();
        reports.check(task.actor(), task.caseCode(), ReportProcess.seq(key), ReportProcess.unit(key), data.report(), data.files());
        return List.of();
    }

    /** Writing checks it all. */
    @Override
    public void checkAgain(TaskContext task, Data data) {
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        String key = task.businessKey();
        reports.write(task.actor(), task.caseCode(), ReportProcess.seq(key), ReportProcess.unit(key), data.report(), data.files());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Báo cáo được trình thủ trưởng đơn vị duyệt, sau đó được tổng hợp vào báo cáo chung.";
    }

    @Override
    public String returnReason(TaskContext task) {
        return view(task, task.businessKey()).returnReason();
    }
}
