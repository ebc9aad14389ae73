package vn.giaouoc.workflow.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.document.PaperStep.Decision;
import vn.giaouoc.report.UnitReports;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Thủ trưởng đơn vị duyệt báo cáo". */
@Component
class ApproveReportForm implements TaskForm<ApproveReportForm.Data> {

    record Data(Decision decision, String reason) {

        boolean approved() {
            return decision == Decision.APPROVE;
        }
    }

    private final UnitReports reports;
    private final ReportViews views;

    ApproveReportForm(UnitReports reports, ReportViews views) {
        this.reports = reports;
        this.views = views;
    }

    @Override
    public String form() {
        return ReportProcess.UNIT_KEY + "/approveReport";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.unit(task.businessKey());
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        requireDecision(data);
        String key = task.businessKey();
        reports.checkApproval(task.actor(), task.caseCode(), ReportProcess.seq(key), ReportProcess.unit(key), data.approved(), data.reason());
        return List.of();
    }

    /** Approving checks the rest. */
    @Override
    public void checkAgain(TaskContext task, Data data) {
        requireDecision(data);
    }

    private static void requireDecision(Data data) {
        if (data.decision() != Decision.APPROVE && data.decision() != Decision.RETURN) {
            throw new InvalidInput("decision", "Chọn duyệt hoặc trả lại.");
        }
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        String key = task.businessKey();
        reports.approve(task.actor(), task.caseCode(), ReportProcess.seq(key), ReportProcess.unit(key), data.approved(), data.reason());
        return Map.of(ReportProcess.APPROVED, data.approved());
    }

    @Override
    public String next(TaskContext task) {
        return "Duyệt: số liệu được đưa vào báo cáo chung. Trả lại: cán bộ của đơn vị hoàn thiện lại.";
    }
}
