package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.document.Papers;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Bổ sung số, ký hiệu" of a plan issued outside. */
@Component
class SupplyNumberForm implements TaskForm<SupplyNumberForm.Data> {

    record Data(String number) {
    }

    private final Launch launch;
    private final Papers papers;
    private final CampaignViews views;

    SupplyNumberForm(Launch launch, Papers papers, CampaignViews views) {
        this.launch = launch;
        this.papers = papers;
        this.views = views;
    }

    @Override
    public String form() {
        return "campaign/supplyNumber";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.document(task.caseCode());
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        papers.checkSupply(Campaigns.paperOf(task.caseCode()), data.number());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        launch.supplyNumber(task.actor(), task.caseCode(), data.number());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Số, ký hiệu được ghi vào hồ sơ phong trào.";
    }
}
