package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.change.Changes;
import vn.giaouoc.change.ChangeView;
import vn.giaouoc.change.Closing;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.report.Periods;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Theo dõi phong trào": the long task of Sở Nội vụ. */
@Component
class FollowCampaignForm implements TaskForm<FollowCampaignForm.Data> {

    record Data(String conclusion) {
    }

    private final Closing closing;
    private final Periods periods;
    private final Changes changes;
    private final CampaignQueries queries;
    private final CampaignViews views;

    FollowCampaignForm(Closing closing, Periods periods, Changes changes, CampaignQueries queries, CampaignViews views) {
        this.closing = closing;
        this.periods = periods;
        this.changes = changes;
        this.queries = queries;
        this.views = views;
    }

    @Override
    public String form() {
        return "campaign/followCampaign";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        String code = task.caseCode();
        Map<String, Object> view = views.document(code);
        view.put("counts", queries.counts(code));
        view.put("findings", queries.findings(code));
        view.put("obstacle", closing.obstacle(code).orElse(null));
        view.put("canChange", changes.mayBegin(task.actor(), code));
        view.put("periods", periods.list(code));
        view.put("changes", changes.list(code).stream().map(change -> change(code, change)).toList());
        var summary = queries.summary(task.actor(), code);
        view.put("returnUntil", summary.returnUntil());
        view.put("responseDueAt", summary.responseDueAt());
        return view;
    }

    private Map<String, Object> change(String code, ChangeView change) {
        return Map.of("change", change, "told", changes.told(code, change.seq()));
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        closing.check(task.actor(), task.caseCode(), data.conclusion());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        Instant archiveAt = closing.close(task.actor(), task.caseCode(), data.conclusion());
        return Map.of(CampaignProcess.ARCHIVE_AT, Date.from(archiveAt));
    }

    @Override
    public String next(TaskContext task) {
        return "Phong trào kết thúc: việc còn mở của các đơn vị được khép lại kèm lý do; hồ sơ nộp lưu khi đến hạn.";
    }

    @Override
    public List<PaperStep> steps(TaskContext task) {
        return views.steps(task.caseCode());
    }
}
