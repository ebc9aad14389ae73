package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.CommentView;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.campaign.RecordedFinding;
import vn.giaouoc.document.AttachmentView;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.document.Papers;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitKind;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Page;
import vn.giaouoc.workflow.form.TaskContext;

/** What the forms of a campaign show; shared by all of them. */
@Component
public class CampaignViews {

    private final CampaignQueries campaigns;
    private final Papers papers;
    private final Attachments attachments;
    private final Organisation organisation;
    private final ObjectMapper json;

    CampaignViews(CampaignQueries campaigns, Papers papers, Attachments attachments, Organisation organisation, ObjectMapper json) {
        this.campaigns = campaigns;
        this.papers = papers;
        this.attachments = attachments;
        this.organisation = organisation;
        this.json = json;
    }

    /** The plan as a document: content, files, and its paper as far as it is. */
    public Map<String, Object> document(String code) {
        var view = new LinkedHashMap<String, Object>();
        Plan plan = campaigns.plan(code);
        view.put("plan", plan);
        view.put("files", files(code));
        view.putAll(names(plan));
        campaigns.paper(code).ifPresent(paper -> view.put("paper", head(paper)));
        return view;
    }

    /** Names of the units a plan speaks of, and of the kinds; a province has thousands of units, a plan names a few. */
    public Map<String, Object> names(Plan plan) {
        return Map.of("unitKinds", unitKinds(), "units", organisation.names(plan.namedUnits()).entrySet().stream()
                .map(unit -> Map.of("code", unit.getKey(), "name", unit.getValue())).toList());
    }

    /** What the checks found on the campaign's plans, with the reasons given. */
    public List<RecordedFinding> findings(String code) {
        return campaigns.findings(code);
    }

    /** Every unit, to choose from. */
    public Map<String, Object> everyUnit() {
        return Map.of("units", units());
    }

    /** The head of a paper as far as it is known; empty before it was handed in. */
    public Map<String, Object> paper(String paperId) {
        return papers.find(paperId).map(CampaignViews::head).orElse(Map.of());
    }

    /** The signed file of a paper, as forms name files; empty before it is registered. */
    public List<Map<String, Object>> signed(String paperId) {
        return papers.find(paperId).stream().flatMap(paper -> files(paper.caseCode()).stream()
                .filter(file -> file.get("id").equals(paper.signedFile()))).toList();
    }

    /** The title of a paper; null before it was handed in. */
    public String title(String paperId) {
        return papers.find(paperId).map(PaperView::title).orElse(null);
    }

    /** The document with what helps to judge it: comments, and findings with the reasons given. */
    public Map<String, Object> review(String code) {
        Map<String, Object> view = document(code);
        view.put("comments", comments(code));
        view.put("findings", campaigns.findings(code));
        return view;
    }

    /** What the plan editor needs to choose from. */
    public Map<String, Object> editor(TaskContext task) {
        var view = new LinkedHashMap<String, Object>();
        String code = task.caseCode();
        view.put("units", units());
        view.put("unitKinds", unitKinds());
        view.put("comments", comments(code));
        view.put("findings", campaigns.findings(code));
        view.put("commentRoundDone", task.form().endsWith("finishPlan"));
        view.put("files", files(code));
        view.put("parameters", parameters());
        view.put("campaigns", campaigns.list(task.actor(), null, null, null, 0, Page.MOST).items().stream()
                .filter(campaign -> !campaign.code().equals(code))
                .map(campaign -> Map.of("code", campaign.code(), "title", campaign.title())).toList());
        return view;
    }

    /** The plan as the editor begins with it, with the reasons given before. */
    public ObjectNode editable(String code) {
        ObjectNode data = json.valueToTree(campaigns.plan(code));
        ObjectNode reasons = data.putObject("reasons");
        campaigns.findings(code).stream().filter(finding -> finding.reason() != null)
                .forEach(finding -> reasons.put(finding.code(), finding.reason()));
        data.set("files", json.valueToTree(files(code)));
        return data;
    }

    /** Files of a subject as forms name them. */
    public List<Map<String, Object>> files(String subject) {
        return attachments.of(subject).stream().map(CampaignViews::file).toList();
    }

    /** The plan's paper, once it was handed in. */
    Optional<PaperView> paperOf(String code) {
        return campaigns.paper(code);
    }

    /** What was done with the plan's paper. */
    public List<PaperStep> steps(String code) {
        return campaigns.paper(code).map(PaperView::steps).orElse(List.of());
    }

    List<Map<String, Object>> draftingUnits(Actor actor) {
        return organisation.units().stream().filter(unit -> unit.active() && unit.hasAccount())
                .map(unit -> Map.<String, Object>of("code", unit.code(), "group", Organisation.unitGroup(unit.code()), "name",
                        unit.name())).toList();
    }

    private List<Map<String, Object>> comments(String code) {
        return campaigns.comments(code).stream().map(comment -> comment(code, comment)).toList();
    }

    private Map<String, Object> comment(String code, CommentView comment) {
        var row = new LinkedHashMap<String, Object>();
        row.put("unitCode", comment.unitCode());
        row.put("unitName", comment.unitName());
        row.put("personName", comment.personName());
        row.put("agree", comment.agree());
        row.put("text", comment.text());
        row.put("at", comment.at());
        row.put("files", attachments.of(code + "/" + comment.unitCode()).stream().filter(file -> "COMMENT".equals(file.slot()))
                .map(CampaignViews::file).toList());
        return row;
    }

    private static Map<String, Object> head(PaperView paper) {
        var head = new LinkedHashMap<String, Object>();
        head.put("number", paper.number());
        head.put("issueDate", paper.issueDate());
        head.put("issuingBody", paper.issuingBody());
        head.put("signerName", paper.signerName());
        head.put("signerCapacity", paper.signerCapacity());
        head.put("outside", paper.outside());
        return head;
    }

    private List<Map<String, Object>> units() {
        return organisation.units().stream().filter(unit -> unit.active()).map(unit -> Map.<String, Object>of("code", unit.code(),
                "name", unit.name(), "kind", unit.kind(), "hasAccount", unit.hasAccount())).toList();
    }

    private static List<Map<String, Object>> unitKinds() {
        return Arrays.stream(UnitKind.values()).map(kind -> Map.<String, Object>of("code", kind, "name", kind.label())).toList();
    }

    private Map<String, Object> parameters() {
        List<Deadlines.Parameter> found = campaigns.parameters();
        return Map.of("commentDays", found.get(0), "responseDays", found.get(1));
    }

    private static Map<String, Object> file(AttachmentView file) {
        return Map.of("id", file.id(), "name", file.name(), "slot", file.slot(), "size", file.size(), "mediaType", file.mediaType(),
                "sha256", file.sha256());
    }
}
