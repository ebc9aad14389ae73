package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Soạn dự thảo kế hoạch". */
@Component
class DraftPlanForm implements TaskForm<PlanFormData> {

    private final Campaigns campaigns;
    private final CampaignViews views;

    DraftPlanForm(Campaigns campaigns, CampaignViews views) {
        this.campaigns = campaigns;
        this.views = views;
    }

    @Override
    public String form() {
        return "campaign/draftPlan";
    }

    @Override
    public PlanFormData read(ObjectNode data, FormReader reader) {
        return PlanFormData.read(data, reader);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.editor(task);
    }

    @Override
    public Object initial(TaskContext task) {
        return views.editable(task.caseCode());
    }

    @Override
    public List<Finding> check(TaskContext task, PlanFormData data) {
        return campaigns.checkDraft(task.actor(), task.caseCode(), data.draft(), true);
    }

    @Override
    public Map<String, Object> complete(TaskContext task, PlanFormData data) {
        return CampaignVariables.of(campaigns.submitDraft(task.actor(), task.caseCode(), data.draft()));
    }

    @Override
    public String next(TaskContext task) {
        return "Nếu chọn đơn vị lấy ý kiến, dự thảo được gửi các đơn vị góp ý; nếu không, dự thảo được trình Trưởng phòng.";
    }
}
