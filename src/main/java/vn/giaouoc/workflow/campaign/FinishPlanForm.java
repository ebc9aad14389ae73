package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.Finding;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Tiếp thu, hoàn thiện dự thảo": after the comments, and after a paper was sent back. */
@Component
class FinishPlanForm implements TaskForm<PlanFormData> {

    private final Campaigns campaigns;
    private final CampaignViews views;

    FinishPlanForm(Campaigns campaigns, CampaignViews views) {
        this.campaigns = campaigns;
        this.views = views;
    }

    @Override
    public String form() {
        return "campaign/finishPlan";
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
        return campaigns.checkDraft(task.actor(), task.caseCode(), data.draft(), false);
    }

    @Override
    public Map<String, Object> complete(TaskContext task, PlanFormData data) {
        campaigns.finishDraft(task.actor(), task.caseCode(), data.draft());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Dự thảo được trình Trưởng phòng, Giám đốc Sở, Văn phòng UBND và lãnh đạo UBND tỉnh ký.";
    }

    @Override
    public List<PaperStep> steps(TaskContext task) {
        return views.steps(task.caseCode());
    }

    @Override
    public String returnReason(TaskContext task) {
        return views.returnReason(task.caseCode());
    }
}
