package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.campaign.PlanComment;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Góp ý dự thảo": one unit's word. */
@Component
class CommentPlanForm implements TaskForm<PlanComment> {

    private final Campaigns campaigns;
    private final CampaignViews views;

    CommentPlanForm(Campaigns campaigns, CampaignViews views) {
        this.campaigns = campaigns;
        this.views = views;
    }

    @Override
    public String form() {
        return "campaign/commentPlan";
    }

    @Override
    public PlanComment read(ObjectNode data, FormReader reader) {
        return reader.read(data, PlanComment.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.document(task.caseCode());
    }

    @Override
    public List<Finding> check(TaskContext task, PlanComment data) {
        campaigns.checkComment(task.actor(), task.caseCode(), task.candidateUnit(), data);
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, PlanComment data) {
        campaigns.comment(task.actor(), task.caseCode(), task.candidateUnit(), data);
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Ý kiến được gửi cơ quan soạn thảo để tiếp thu, hoàn thiện dự thảo.";
    }
}
