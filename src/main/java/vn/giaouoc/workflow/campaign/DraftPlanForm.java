package vn.giaouoc.workflow.campaign;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.TaskContext;

/** "Soạn dự thảo kế hoạch". */
@Component
class DraftPlanForm extends PlanForm {

    DraftPlanForm(Campaigns campaigns, CampaignViews views) {
        super("draftPlan", campaigns, views);
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
