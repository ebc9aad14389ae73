package vn.giaouoc.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.OutsideIssue;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.campaign.PlanDraft;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.change.Changes;
import vn.giaouoc.change.ChangeView;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.platform.time.TrialClock;
import vn.giaouoc.report.Period;
import vn.giaouoc.report.UnitReports;

/** Campaigns brought to where a test wants to look at them from outside; people work as Tasklist makes them work. */
@Component
public class Cases {

    public static final String TITLE = "Xóa nhà tạm, nhà dột nát";
    public static final String HOUSES = "Nhà tạm được xóa";

    /** The holiday table begins in 2021; a report is opened ten working days before its date. */
    private static final Instant EARLIEST = Instant.parse("2021-02-01T00:00:00Z");

    private final Officials officials;
    private final Jobs jobs;
    private final Campaigns campaigns;
    private final CampaignQueries queries;
    private final Changes changes;
    private final Attachments attachments;
    private final TaskService tasks;
    private final TrialClock trialClock;
    private final Clock clock;
    private final ObjectMapper json;
    private final JdbcClient jdbc;

    Cases(Officials officials, Jobs jobs, Campaigns campaigns, CampaignQueries queries, Changes changes, Attachments attachments,
          TaskService tasks, TrialClock trialClock, Clock clock, ObjectMapper json, JdbcClient jdbc) {
        this.officials = officials;
        this.jobs = jobs;
        this.campaigns = campaigns;
        this.queries = queries;
        this.changes = changes;
        this.attachments = attachments;
        this.tasks = tasks;
        this.trialClock = trialClock;
        this.clock = clock;
        this.json = json;
        this.jdbc = jdbc;
    }

    /** A plan that ends in a few days, so that its one report is open from the beginning; with these fields otherwise. */
    public Map<String, Object> plan(Map<String, Object> fields) {
        past(EARLIEST);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> plan = new HashMap<>(Map.of("type", "PEAK", "title", TITLE, "from", today.toString(), "to", today.plusDays(3).toString(),
                "finalReviewDate", today.plusDays(5).toString(), "contentItems", List.of("Thi đua xóa nhà tạm."),
                "unitKinds", List.of("MASS_ORGANISATION"),
                "targets", List.of(Map.of("name", HOUSES, "unit", "nhà", "target", 100, "direction", "UP"))));
        plan.putAll(fields);
        return plan;
    }

    /** A campaign issued outside: its units are asked to answer, and to report. @return its code */
    public String issuedOutside(Map<String, Object> fields) {
        Map<String, String> file = file("tichhop");
        var draft = new PlanDraft(json.convertValue(plan(fields), Plan.class), List.of(), null, Map.of(),
                List.of(new FileRef(UUID.fromString(file.get("id")), file.get("name"))));
        var issue = new OutsideIssue("UBND tỉnh", LocalDate.now(clock), "Nguyễn Văn Thành", "Chủ tịch", nextNumber() + "/KH-UBND", false);
        String code = campaigns.register(officials.actor("tichhop"), "ref-" + UUID.randomUUID(), "d".repeat(64), draft, issue).code();
        jobs.runDue();
        return code;
    }

    /** A campaign that a unit drafts and the offices sign. @return its code */
    public String draftedBy(String unit, Map<String, Object> fields) {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE, "draftingUnit", unit));
        jobs.runDue();
        complete("canbo." + unit, code, "draftPlan", plan(fields));
        return code;
    }

    /** Takes the task, fills its form, completes it; what the engine then has to do is done. */
    public void complete(String user, String businessKey, String userTask, Map<String, Object> data) {
        officials.complete(user, businessKey, "userTask_" + userTask, data);
        jobs.runDue();
    }

    /** Everybody approves the paper, văn thư enters the next number. */
    public void sign(String paper) {
        approve("truongphong", paper, "approveDivision");
        approve("giamdoc", paper, "approveDirector");
        approve("vanphong", paper, "checkForm");
        approve("chutich", paper, "signPaper");
        complete("vanthu", paper, "registerPaper", Map.of("decision", "REGISTER", "number", nextNumber(),
                "issueDate", LocalDate.now(clock).toString(), "files", List.of(file("vanthu"))));
    }

    public void approve(String user, String businessKey, String userTask) {
        complete(user, businessKey, userTask, Map.of("decision", "APPROVE"));
    }

    /** The unit answers with so many works, its head approves. */
    public void answer(String code, String unit, int works) {
        String due = LocalDate.now(clock).plusDays(2).toString();
        complete("canbo." + unit, code + "/" + unit, "writeResponse", Map.of("ownPlan", false, "noPlanReason", "Theo kế hoạch của tỉnh.",
                "works", IntStream.range(0, works).mapToObj(i -> Map.of("title", "Công trình " + i, "measure", "nhà", "target", 1, "dueDate", due)).toList()));
        approve("thutruong." + unit, code + "/" + unit, "approveResponse");
    }

    /** The unit reports so many houses, with a file and with what became of its works; its head approves. */
    public void report(String code, String unit, int houses, Map<String, Object> fields) {
        write(code, unit, houses, fields);
        approve("thutruong." + unit, UnitReports.subject(code, 1, unit), "approveReport");
    }

    /** The unit's official hands the report to the unit's head. */
    public void write(String code, String unit, int houses, Map<String, Object> fields) {
        Map<String, Object> data = new HashMap<>(Map.of("noActivity", false, "summary", "Đã bàn giao " + houses + " nhà.",
                "indicators", List.of(Map.of("indicator", HOUSES, "value", houses)), "files", List.of(file("canbo." + unit))));
        data.putAll(fields);
        complete("canbo." + unit, UnitReports.subject(code, 1, unit), "writeReport", data);
    }

    /** The clock moves past the date of the period's one task for the standing agency, which then hands its report in. */
    public void consolidate(String code, Instant due) {
        past(due);
        complete("chuyenvien", Period.caseKey(code, 1), "consolidateReport", Map.of("overview", "Đúng tiến độ.", "results", "Nhiều mô hình tốt.",
                "directions", "Tiếp tục thực hiện."));
    }

    /** To one minute after this moment; what is due by then runs. */
    public void past(Instant moment) {
        if (clock.instant().isBefore(moment)) {
            trialClock.moveTo(moment.plus(Duration.ofMinutes(1)));
        }
        jobs.runDue();
    }

    /** Begins a change and hands its draft in. @return its paper, DC1 or TH1 */
    public String change(String code, ChangeKind kind, String drafter, Map<String, Object> fields) {
        int seq = changes.begin(officials.actor(drafter), code, kind);
        Map<String, Object> data = new HashMap<>(json.convertValue(queries.plan(code), Map.class));
        if (kind == ChangeKind.WITHDRAW) {
            data.putIfAbsent("legalGrounds", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;");
        }
        data.putAll(fields);
        complete(drafter, ChangeView.caseKey(code, seq), "draftChange", data);
        return changes.get(code, seq).paperId();
    }

    /** The one open task of a case. */
    public String task(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult().getId();
    }

    /** An upload of this person, as forms name it. */
    public Map<String, String> file(String user) {
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return Map.of("id", attachments.upload(officials.actor(user), "tai-lieu.pdf", pdf).id().toString(), "name", "tai-lieu.pdf");
    }

    private String nextNumber() {
        return String.valueOf(jdbc.sql("select coalesce(max(number_value), 900) + 1 from paper").query(Integer.class).single());
    }
}
