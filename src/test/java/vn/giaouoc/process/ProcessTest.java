package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.CampaignType;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.campaign.OutsideIssue;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.campaign.PlanDraft;
import vn.giaouoc.campaign.Responses;
import vn.giaouoc.change.Changes;
import vn.giaouoc.report.Consolidation;
import vn.giaouoc.report.Periods;
import vn.giaouoc.report.UnitReports;
import vn.giaouoc.report.Works;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.document.Papers;
import vn.giaouoc.organisation.UnitKind;
import vn.giaouoc.platform.time.TrialClock;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;
import vn.giaouoc.test.TakenFlows;

/** What the tests of processes have in common: the words in which they tell what officials do. */
abstract class ProcessTest extends IntegrationTest {

    static final String TITLE = "Thi đua hoàn thành nhiệm vụ năm";

    @Autowired
    Officials officials;
    @Autowired
    Jobs jobs;
    @Autowired
    ObjectMapper json;
    @Autowired
    Periods periods;
    @Autowired
    Consolidation consolidation;
    @Autowired
    UnitReports reports;
    @Autowired
    Works works;
    @Autowired
    Changes changes;
    @Autowired
    TakenFlows taken;
    @Autowired
    Campaigns campaigns;
    @Autowired
    Launch launch;
    @Autowired
    CampaignQueries queries;
    @Autowired
    Responses responses;
    @Autowired
    Papers papers;
    @Autowired
    Attachments attachments;
    @Autowired
    TrialClock trialClock;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    RuntimeService runtime;
    @Autowired
    RepositoryService repository;
    @Autowired
    HistoryService history;
    @Autowired
    TaskService tasks;
    @Autowired
    ManagementService management;

    // ---- words of the tests -----------------------------------------------------------------------------------------

    String draft(Map<String, Object> along) {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE));
        jobs.runDue();
        Map<String, Object> data = planData();
        data.putAll(along);
        officials.complete("chuyenvien", code, "userTask_draftPlan", data);
        jobs.runDue();
        return code;
    }

    void finish(String code) {
        officials.complete("chuyenvien", code, "userTask_finishPlan", planData());
        jobs.runDue();
    }

    void comment(String user, String code, boolean agree, String text) {
        Map<String, Object> data = new HashMap<>(Map.of("agree", agree));
        data.put("text", text);
        officials.complete(user, code, "userTask_commentPlan", data);
        jobs.runDue();
    }

    void approveAll(String code, String signer) {
        approve("truongphong", code, "userTask_approveDivision");
        approve("giamdoc", code, "userTask_approveDirector");
        approve("vanphong", code, "userTask_checkForm");
        approve(signer, code, "userTask_signPaper");
    }

    /** The paper of a plan by its campaign's code; any other paper is named itself. */
    static String paper(String code) {
        return code.contains("/") ? code : code + "/KH";
    }

    void approve(String user, String code, String task) {
        decide(user, code, task, "APPROVE", null, null);
    }

    void decide(String user, String code, String task, String decision, String returnTo, String reason) {
        Map<String, Object> data = new HashMap<>();
        data.put("decision", decision);
        data.put("returnTo", returnTo);
        data.put("reason", reason);
        officials.complete(user, paper(code), task, data);
        jobs.runDue();
    }

    void register(String code, String number) {
        officials.complete("vanthu", paper(code), "userTask_registerPaper", Map.of("decision", "REGISTER", "number", number,
                "issueDate", today().toString(), "files", List.of(file("vanthu"))));
        jobs.runDue();
    }

    void write(String key, String user) {
        officials.complete(user, key, "userTask_writeResponse", Map.of("ownPlan", false, "noPlanReason", "Theo kế hoạch của tỉnh.",
                "works", List.of(Map.of("title", "Công trình chào mừng", "measure", "công trình", "target", 1,
                        "dueDate", today().plusDays(20).toString()))));
        jobs.runDue();
    }

    void headDecides(String key, String user, String decision, String reason) {
        Map<String, Object> data = new HashMap<>(Map.of("decision", decision));
        data.put("reason", reason);
        officials.complete(user, key, "userTask_approveResponse", data);
        jobs.runDue();
    }

    /** A campaign issued outside, open to its units; its plan is the usual one but for these fields. */
    String recorded(Map<String, Object> fields) {
        return recorded(nextNumber() + "/KH-UBND", fields);
    }

    /** The same under this number; null: unknown. */
    String recorded(String number, Map<String, Object> fields) {
        Map<String, Object> data = planData();
        data.putAll(fields);
        String code = recordedUnopened(number, json.convertValue(data, Plan.class));
        jobs.runDue();
        return code;
    }

    /** Runs the failing job of a case until it is an incident. */
    void failToIncident(String businessKey, String message) {
        Job job = management.createJobQuery().processInstanceId(instance(businessKey)).singleResult();
        while (management.createJobQuery().jobId(job.getId()).singleResult().getRetries() > 0) {
            assertThatThrownBy(() -> management.executeJob(job.getId())).hasStackTraceContaining(message);
        }
        assertThat(runtime.createIncidentQuery().processInstanceId(job.getProcessInstanceId()).count()).isEqualTo(1);
    }

    /** The supervisor retries what failed, as Cockpit does. */
    void retryAsSupervisor(String businessKey) {
        Job job = management.createJobQuery().processInstanceId(instance(businessKey)).noRetriesLeft().singleResult();
        officials.as("giamsat", () -> {
            management.setJobRetries(job.getId(), 1);
            return null;
        });
        forward(Duration.ofMinutes(2));
    }

    String instance(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).rootProcessInstances().singleResult().getId();
    }

    String recorded(String number) {
        String code = recordedUnopened(number);
        jobs.runDue();
        return code;
    }

    String recordedUnopened(String number) {
        return recordedUnopened(number, plan());
    }

    String recordedUnopened(String number, Plan plan) {
        Map<String, String> file = file("tichhop");
        Map<String, String> reasons = number == null ? Map.of("C04", "Bản đăng trên báo không ghi số.") : Map.of();
        var draft = new PlanDraft(plan, List.of(), null, reasons, List.of(new FileRef(UUID.fromString(file.get("id")), file.get("name"))));
        var issue = new OutsideIssue("UBND tỉnh", today(), "Nguyễn Văn Thành", "Chủ tịch", number, number == null);
        return campaigns.register(officials.actor("tichhop"), "ref-" + UUID.randomUUID(), "d".repeat(64), draft, issue).code();
    }

    Plan plan() {
        return new Plan(CampaignType.PEAK, TITLE, null, "Hoàn thành nhiệm vụ", null, null, today().plusDays(10), today().plusDays(60),
                null, null, List.of("Thi đua hoàn thành các chỉ tiêu."), Set.of(UnitKind.DEPARTMENT), null, null, null, null, null,
                null, null);
    }

    Map<String, Object> planData() {
        return new HashMap<>(Map.of("type", "PEAK", "title", TITLE, "purpose", "Hoàn thành nhiệm vụ",
                "from", today().plusDays(10).toString(), "to", today().plusDays(60).toString(),
                "contentItems", List.of("Thi đua hoàn thành các chỉ tiêu."), "unitKinds", List.of("DEPARTMENT")));
    }

    Map<String, String> file(String user) {
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return Map.of("id", attachments.upload(officials.actor(user), "ban-ky.pdf", pdf).id().toString(), "name", "ban-ky.pdf");
    }

    String nextNumber() {
        int highest = jdbc.sql("select coalesce(max(number_value), 900) from paper").query(Integer.class).single();
        return String.valueOf(highest + 1);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void forward(Duration time) {
        trialClock.moveTo(clock.instant().plus(time));
        jobs.runDue();
    }

    /** To one minute after this moment; what is due by then runs. */
    void past(Instant moment) {
        if (clock.instant().isBefore(moment)) {
            trialClock.moveTo(moment.plus(Duration.ofMinutes(1)));
        }
        jobs.runDue();
    }

    List<String> openTasks(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream().map(task -> task.getTaskDefinitionKey()).toList();
    }

    long tasksOfUnits(String code) {
        return tasks.createTaskQuery().processInstanceBusinessKeyLike(code + "/%").taskDefinitionKey("userTask_writeResponse").count();
    }

    long participants(String code) {
        return jdbc.sql("select count(*) from participation where campaign_code = ?").param(code).query(Long.class).single();
    }

    Job openingJob(String code) {
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).singleResult().getId();
        return management.createJobQuery().processInstanceId(instance).activityId("serviceTask_openUnits").singleResult();
    }

    /** Issues the plan and stops before the units are opened. */
    void issue(String code) {
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).singleResult().getId();
        management.executeJob(management.createJobQuery().processInstanceId(instance).activityId("serviceTask_issuePlan")
                .singleResult().getId());
        management.executeJob(management.createJobQuery().processInstanceId(instance)
                .activityId("serviceTask_openUnits#multiInstanceBody").singleResult().getId());
        assertThat(openingJob(code)).isNotNull();
    }
}
