package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** A user task in which a plan is written; what the tasks have in common. */
abstract class PlanForm implements TaskForm<PlanFormData> {

    final Campaigns campaigns;
    final CampaignViews views;
    private final String userTask;

    PlanForm(String userTask, Campaigns campaigns, CampaignViews views) {
        this.userTask = userTask;
        this.campaigns = campaigns;
        this.views = views;
    }

    @Override
    public String form() {
        return CampaignProcess.KEY + "/" + userTask;
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
}
