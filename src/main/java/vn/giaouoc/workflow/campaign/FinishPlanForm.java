package vn.giaouoc.workflow.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.workflow.approval.PaperForm;
import vn.giaouoc.workflow.form.TaskContext;

/** "Tiếp thu, hoàn thiện dự thảo": after the comments, and after a paper was sent back. */
@Component
class FinishPlanForm extends PlanForm implements PaperForm<PlanFormData> {

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
    public Optional<PaperView> paper(TaskContext task) {
        return views.paperOf(task.caseCode());
    }
}
