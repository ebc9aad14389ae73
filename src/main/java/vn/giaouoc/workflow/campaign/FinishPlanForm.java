package vn.giaouoc.workflow.campaign;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.Finding;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.workflow.form.TaskContext;

/** "Tiếp thu, hoàn thiện dự thảo": after the comments, and after a paper was sent back. */
@Component
class FinishPlanForm extends PlanForm {

    FinishPlanForm(Campaigns campaigns, CampaignViews views) {
        super("finishPlan", campaigns, views);
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
