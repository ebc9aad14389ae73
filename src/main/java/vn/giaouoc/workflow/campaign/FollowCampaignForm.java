package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.Finding;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Theo dõi phong trào": the long task of Sở Nội vụ. */
@Component
class FollowCampaignForm implements TaskForm<FollowCampaignForm.Data> {

    record Data(String conclusion) {
    }

    private final Launch launch;
    private final CampaignQueries queries;
    private final CampaignViews views;

    FollowCampaignForm(Launch launch, CampaignQueries queries, CampaignViews views) {
        this.launch = launch;
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
        view.put("canClose", launch.canClose(task.actor(), code));
        var summary = queries.summary(task.actor(), code);
        view.put("returnUntil", summary.returnUntil());
        view.put("responseDueAt", summary.responseDueAt());
        return view;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        launch.checkClose(task.actor(), task.caseCode(), data.conclusion());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        launch.close(task.actor(), task.caseCode(), data.conclusion());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Kết thúc theo dõi việc triển khai phong trào.";
    }

    @Override
    public List<PaperStep> steps(TaskContext task) {
        return views.steps(task.caseCode());
    }
}
