package vn.giaouoc.workflow.change;

import java.util.Optional;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.change.ChangeDraft;
import vn.giaouoc.change.Changes;
import vn.giaouoc.change.ChangeView;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.document.Papers;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.workflow.campaign.CampaignViews;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.approval.PaperForm;

/** "Soạn điều chỉnh, thu hồi": the plan as it shall be, or why it is withdrawn; or the change is given up. */
@Component
class DraftChangeForm implements PaperForm<ChangeDraft> {

    private static final List<String> ALONG = List.of("abandon", "reason", "reasons", "files");

    private record Along(boolean abandon, String reason, Map<String, String> reasons, List<FileRef> files) {
    }

    private final Changes changes;
    private final Papers papers;
    private final ChangeViews views;
    private final CampaignViews campaignViews;
    private final ObjectMapper json;

    DraftChangeForm(Changes changes, Papers papers, ChangeViews views, CampaignViews campaignViews, ObjectMapper json) {
        this.changes = changes;
        this.papers = papers;
        this.views = views;
        this.campaignViews = campaignViews;
        this.json = json;
    }

    @Override
    public String form() {
        return ChangeProcess.KEY + "/draftChange";
    }

    @Override
    public ChangeDraft read(ObjectNode data, FormReader reader) {
        Along along = reader.read(reader.take(data, ALONG), Along.class);
        Plan plan = reader.read(data, Plan.class);
        return new ChangeDraft(along.abandon(), along.reason(), plan.legalGrounds(), plan, along.reasons(), along.files());
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = campaignViews.editor(task);
        view.putAll(views.view(task.caseCode(), seq(task)));
        view.putAll(campaignViews.everyUnit());
        return view;
    }

    /** A change begins with the plan in force, one that was sent back with what was written. */
    @Override
    public Object initial(TaskContext task) {
        ChangeView change = changes.get(task.caseCode(), seq(task));
        ObjectNode data = change.plan() == null ? campaignViews.editable(task.caseCode()) : json.valueToTree(change.plan());
        data.remove(List.of("reasons", "files"));
        data.put("reason", change.reason());
        if (change.grounds() != null) {
            data.put("legalGrounds", change.grounds());
        }
        data.set("files", json.valueToTree(campaignViews.files(ChangeView.caseKey(task.caseCode(), change.seq()))));
        return data;
    }

    @Override
    public List<Finding> check(TaskContext task, ChangeDraft data) {
        return changes.check(task.actor(), task.caseCode(), seq(task), data);
    }

    @Override
    public Map<String, Object> complete(TaskContext task, ChangeDraft data) {
        if (data.abandon()) {
            changes.abandon(task.caseCode(), seq(task));
            return Map.of(ChangeProcess.ABANDONED, true);
        }
        changes.submit(task.actor(), task.caseCode(), seq(task), data);
        return Map.of(ChangeProcess.ABANDONED, false,
                ChangeProcess.PAPER_KEY, changes.get(task.caseCode(), seq(task)).paperId());
    }

    private static int seq(TaskContext task) {
        return ChangeProcess.seq(task.businessKey());
    }

    @Override
    public Optional<PaperView> paper(TaskContext task) {
        return papers.find(changes.get(task.caseCode(), seq(task)).paperId());
    }

    @Override
    public String next(TaskContext task) {
        return "Văn bản được trình Trưởng phòng, Giám đốc Sở, Văn phòng UBND và lãnh đạo UBND tỉnh ký; ban hành xong thì các đơn vị được thông báo.";
    }
}
