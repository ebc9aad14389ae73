package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;

/** "Nhập kế hoạch đã ban hành". */
@Component
class RecordPlanForm extends PlanForm {

    RecordPlanForm(Campaigns campaigns, CampaignViews views) {
        super("recordPlan", campaigns, views);
    }

    @Override
    public PlanFormData read(ObjectNode data, FormReader reader) {
        return PlanFormData.readOutside(data, reader);
    }

    @Override
    public List<Finding> check(TaskContext task, PlanFormData data) {
        return campaigns.checkRecord(task.actor(), task.caseCode(), data.draft(), data.outside());
    }

    @Override
    public Map<String, Object> complete(TaskContext task, PlanFormData data) {
        campaigns.recordIssued(task.actor(), task.caseCode(), data.draft(), data.outside());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Phong trào được mở cho các đơn vị thuộc phạm vi; nếu chưa rõ số, văn thư nhận việc bổ sung số, ký hiệu.";
    }
}
