package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.campaign.PlanComment;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Góp ý dự thảo": one unit's word. */
@Component
class CommentPlanForm implements TaskForm<PlanComment> {

    private final Campaigns campaigns;
    private final CampaignViews views;
    private final TaskService tasks;
    private final AsSystem asSystem;

    CommentPlanForm(Campaigns campaigns, CampaignViews views, @Lazy TaskService tasks, AsSystem asSystem) {
        this.campaigns = campaigns;
        this.views = views;
        this.tasks = tasks;
        this.asSystem = asSystem;
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
        campaigns.checkComment(task.actor(), task.caseCode(), asked(task), data);
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, PlanComment data) {
        campaigns.comment(task.actor(), task.caseCode(), asked(task), data);
        return Map.of();
    }

    /** The unit that was asked; its heir may comment in its place, besides commenting for itself. */
    private String asked(TaskContext task) {
        String group = (String) asSystem.get(() -> tasks.getVariable(task.taskId(), CampaignProcess.COMMENT_UNIT));
        return group.substring(Organisation.unitGroup("").length());
    }

    @Override
    public String next(TaskContext task) {
        return "Ý kiến được gửi cơ quan soạn thảo để tiếp thu, hoàn thiện dự thảo.";
    }
}
