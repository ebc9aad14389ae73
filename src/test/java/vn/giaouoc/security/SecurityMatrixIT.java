package vn.giaouoc.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.action.ActionKind;
import vn.giaouoc.action.BlocActions;
import vn.giaouoc.action.NewAction;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.CampaignType;
import vn.giaouoc.campaign.OutsideIssue;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.campaign.PlanDraft;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.commendation.ProposalDraft;
import vn.giaouoc.commendation.SpotProposals;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.organisation.UnitKind;
import vn.giaouoc.register.OutsideAwardDraft;
import vn.giaouoc.register.OutsideAwards;
import vn.giaouoc.report.Periods;
import vn.giaouoc.test.Cases;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/**
 * Role × action over every door: Tasklist's API with a session, {@code /engine-rest} and {@code /api/v1} with Basic. The
 * table is written to {@code target/security-matrix.md}. "Yes" is a 2xx, anything else has to be a refusal, never a 500.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityMatrixIT extends IntegrationTest {

    private static final String TASKLIST = "/camunda/api/engine/engine/default";
    private static final List<String> PEOPLE = List.of("admin", "chuyenvien", "truongphong", "giamdoc", "vanphong", "vanthu",
            "chutich", "phochutich", "giamsat", "canbo.sgddt", "thutruong.sgddt", "canbo.syt");
    private static final List<String> EVERYBODY = concat(List.of("(nobody)"), PEOPLE, List.of("tichhop"));
    private static final Set<String> NOBODY = Set.of();
    /** Besides: of a unit that takes part, while Sở Y tế does not. */
    private static final List<String> AFTER_LAUNCH = concat(EVERYBODY, List.of("canbo.stc"), List.of());
    private static final Set<String> OFFICES = Set.of("chuyenvien", "truongphong", "giamdoc", "vanphong", "vanthu", "chutich", "phochutich",
            "giamsat", "tichhop");
    private static final Set<String> WITH_UNITS = Set.copyOf(concat(List.copyOf(OFFICES), List.of("canbo.sgddt", "thutruong.sgddt"),
            List.of("canbo.stc")));
    private static final Set<String> IN_TASKLIST = Set.copyOf(except2(List.copyOf(OFFICES), "tichhop"));
    private static final Set<String> OF_SGDDT = Set.of("canbo.sgddt", "thutruong.sgddt", "giamsat");

    @LocalServerPort
    int port;
    @Autowired
    Officials officials;
    @Autowired
    Jobs jobs;
    @Autowired
    Campaigns campaigns;
    @Autowired
    Attachments attachments;
    @Autowired
    TaskService tasks;
    @Autowired
    RuntimeService runtime;
    @Autowired
    RepositoryService repository;
    @Autowired
    ManagementService management;
    @Autowired
    IdentityService identities;
    @Autowired
    Clock clock;
    @Autowired
    Cases cases;
    @Autowired
    Periods periods;
    @Autowired
    BlocActions actions;
    @Autowired
    OutsideAwards awards;
    @Autowired
    SpotProposals proposals;
    @Autowired
    JdbcClient jdbc;

    private final Map<String, Http> sessions = new HashMap<>();
    private final Map<String, Map<String, Integer>> matrix = new LinkedHashMap<>();
    private String issued;
    private String sgddtTask;
    private String draftTask;
    private String signTask;
    private String campaignDefinition;
    private String running;
    private String blockedJob;

    @BeforeAll
    void aCampaignWithOpenTasks() {
        PEOPLE.forEach(user -> sessions.put(user, Http.session(port, user)));
        sessions.put("canbo.stc", Http.session(port, "canbo.stc"));
        sessions.put("(nobody)", Http.anonymous(port));
        sessions.put("tichhop", Http.basic(port, "tichhop", "trial"));
        issued = issued();
        sgddtTask = tasks.createTaskQuery().processInstanceBusinessKey(issued + "/sgddt").singleResult().getId();
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "REGULAR", "title", "Phong trào của phép thử"));
        jobs.runDue();
        draftTask = tasks.createTaskQuery().processInstanceBusinessKey(code).singleResult().getId();
        signTask = toSignature();
        campaignDefinition = repository.createProcessDefinitionQuery().processDefinitionKey("campaign").latestVersion()
                .singleResult().getId();
        aCampaignThatReportsAndIsAmended();
    }

    /** Its units report and read an amendment; one unit could not be given its report, Sở Y tế takes no part. */
    private void aCampaignThatReportsAndIsAmended() {
        jdbc.sql("update membership set leads = false where user_id = 'thutruong.stnmt'").update();
        jobs.tolerate("chưa có thủ trưởng");
        try {
            running = cases.issuedOutside(Map.of("unitKinds", List.of("DEPARTMENT"), "excludedUnits", List.of("syt")));
            blockedJob = management.createJobQuery().processInstanceId(instance(running + "/KY1/stnmt")).singleResult().getId();
            while (management.createJobQuery().jobId(blockedJob).singleResult().getRetries() > 0) {
                assertThatThrownBy(() -> management.executeJob(blockedJob)).hasMessageContaining("chưa có thủ trưởng");
            }
        } finally {
            jdbc.sql("update membership set leads = true where user_id = 'thutruong.stnmt'").update();
            jobs.tolerate(null);
        }
        cases.answer(running, "sgddt", 4);
        cases.sign(cases.change(running, ChangeKind.AMEND, "chuyenvien", Map.of("reason", "Mưa lũ.", "purpose", "Khắc phục mưa lũ.")));
    }

    @Test
    void whoSeesAndDoesWhat() throws IOException {
        seeing();
        holding();
        pastTheForms();
        engineItself();
        api();
        afterTheLaunch();
        tasksAfterTheLaunch();
        startsAfterTheLaunch();
        supervision();
        blocs();
        covenants();
        notification();
        write();
    }

    private void seeing() {
        check("page of Tasklist", EVERYBODY, except(PEOPLE), user -> get(user, "/camunda/app/tasklist/default/"));
        check("page of Cockpit", EVERYBODY, Set.of("giamsat"), user -> get(user, "/camunda/app/cockpit/default/"));
        check("page of Admin", EVERYBODY, Set.of("admin"), user -> get(user, "/camunda/app/admin/default/"));
        check("list of tasks (Tasklist)", EVERYBODY, except(PEOPLE), user -> get(user, TASKLIST + "/task"));
        check("task of Sở GDĐT", EVERYBODY, Set.of("canbo.sgddt", "thutruong.sgddt", "giamsat"), user -> get(user, TASKLIST + "/task/" + sgddtTask));
        check("form of the task of Sở GDĐT", EVERYBODY, Set.of("canbo.sgddt", "thutruong.sgddt", "giamsat"),
                user -> get(user, "/api/forms/tasks/" + sgddtTask));
        check("task of the Chairman (read)", EVERYBODY, Set.of("chuyenvien", "truongphong", "giamdoc", "vanphong", "vanthu",
                "chutich", "phochutich", "giamsat"), user -> get(user, TASKLIST + "/task/" + signTask));
        check("process instances (Cockpit)", EVERYBODY, Set.of("giamsat"), user -> get(user, TASKLIST + "/process-instance"));
        check("find a case by its code (Cockpit)", EVERYBODY, Set.of("giamsat"), user -> post(user,
                "/camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=50",
                "{\"businessKey\":\"" + issued + "\",\"processDefinitionId\":\"" + campaignDefinition + "\"}"));
        assertThat(sessions.get("giamsat").send("POST", "/camunda/api/cockpit/plugin/base/default/process-instance",
                "{\"businessKey\":\"" + issued + "\"}").body()).contains(issued);
        check("directory of all people", EVERYBODY, Set.of("admin", "giamsat"), user -> get(user, TASKLIST + "/user"));
        check("variables of instances", EVERYBODY, Set.of("giamsat"), user -> get(user, TASKLIST + "/variable-instance"));
        check("check of the book of confirmations", EVERYBODY, Set.of("admin", "giamsat"), user -> get(user, "/api/v1/signatures/verification"));
        check("check of one case's confirmations", EVERYBODY, Set.of("admin", "giamsat"),
                user -> get(user, "/api/v1/signatures/verification?subject=" + issued));
        check("verify page", EVERYBODY, except(PEOPLE), user -> get(user, "/xac-minh"));
        Set<String> planners = Set.of("admin", "chuyenvien", "truongphong", "giamdoc", "vanphong", "giamsat");
        check("page of calendar and deadlines", EVERYBODY, planners, user -> get(user, "/giaouoc/calendar.html"));
        check("calendar and deadlines (read)", EVERYBODY, planners, user -> get(user, "/api/v1/calendar"));
        check("dry run of a year", EVERYBODY, planners, user -> get(user, "/api/v1/calendar/years/2024/deadlines"));
        check("dry run of a year as .ics", EVERYBODY, planners, user -> get(user, "/api/v1/calendar/years/2024/deadlines.ics"));
        check("what a change of the calendar would move", EVERYBODY, Set.of("admin", "truongphong", "giamdoc"), user -> post(user,
                "/api/v1/calendar/changes/preview", "{\"reason\":\"Bão\",\"days\":[{\"day\":\"2024-07-01\",\"action\":\"ADD\",\"kind\":\"HOLIDAY\","
                        + "\"category\":\"LOCAL\",\"name\":\"Nghỉ tránh bão\",\"legalSource\":\"Công điện\"}]}"));
        check("metrics", EVERYBODY, Set.of("admin", "tichhop"), user -> get(user, "/actuator/prometheus"));
        check("health", EVERYBODY, Set.copyOf(EVERYBODY), user -> get(user, "/actuator/health"));
        check("environment", EVERYBODY, NOBODY, user -> get(user, "/actuator/env"));
    }

    /** Facts F12, F17: claiming, assigning, due dates. */
    private void holding() {
        check("claim the Chairman's task", without("chutich", "phochutich"), NOBODY,
                user -> post(user, TASKLIST + "/task/" + signTask + "/claim", "{\"userId\":\"" + user + "\"}"));
        check("claim another unit's task", without("canbo.sgddt", "thutruong.sgddt"), NOBODY,
                user -> post(user, TASKLIST + "/task/" + sgddtTask + "/claim", "{\"userId\":\"" + user + "\"}"));
        check("claim for somebody else", List.of("canbo.sgddt"), NOBODY,
                user -> post(user, TASKLIST + "/task/" + sgddtTask + "/claim", "{\"userId\":\"canbo.syt\"}"));
        check("complete a task nobody holds", EVERYBODY, NOBODY,
                user -> post(user, TASKLIST + "/task/" + sgddtTask + "/complete", "{}"));
        check("reassign a task", EVERYBODY, NOBODY,
                user -> post(user, TASKLIST + "/task/" + sgddtTask + "/assignee", "{\"userId\":\"canbo.syt\"}"));
        check("delegate a task", EVERYBODY, NOBODY,
                user -> post(user, TASKLIST + "/task/" + sgddtTask + "/delegate", "{\"userId\":\"canbo.syt\"}"));
        check("move a due date", EVERYBODY, NOBODY, user -> send("PUT", user, TASKLIST + "/task/" + sgddtTask,
                "{\"name\":\"x\",\"due\":\"2030-01-01T00:00:00.000+0700\"}"));
        check("add a candidate group", EVERYBODY, NOBODY, user -> post(user, TASKLIST + "/task/" + sgddtTask + "/identity-links",
                "{\"groupId\":\"unit-syt\",\"type\":\"candidate\"}"));
        check("claim the own unit's task", List.of("canbo.sgddt"), Set.of("canbo.sgddt"),
                user -> post(user, TASKLIST + "/task/" + sgddtTask + "/claim", "{\"userId\":\"canbo.sgddt\"}"));
        check("complete what another person holds", without("canbo.sgddt"), NOBODY,
                user -> post(user, TASKLIST + "/task/" + sgddtTask + "/complete", "{}"));
        check("give back what another person holds", without("canbo.sgddt"), NOBODY,
                user -> post(user, TASKLIST + "/task/" + sgddtTask + "/unclaim", null));
    }

    /** Fact F18: nothing reaches the instance but what a form declares, no instance without its case. */
    private void pastTheForms() {
        check("complete with extra variables", List.of("canbo.sgddt"), NOBODY, user -> post(user,
                TASKLIST + "/task/" + sgddtTask + "/complete", "{\"variables\":{\"approved\":{\"value\":true,\"type\":\"Boolean\"}}}"));
        check("submit a form with extra variables", List.of("canbo.sgddt"), NOBODY, user -> post(user,
                TASKLIST + "/task/" + sgddtTask + "/submit-form", "{\"variables\":{\"dueAt\":{\"value\":\"x\"}}}"));
        check("complete without the form", List.of("canbo.sgddt"), NOBODY,
                user -> post(user, TASKLIST + "/task/" + sgddtTask + "/complete", "{}"));
        check("set a variable of a task", EVERYBODY, NOBODY, user -> send("PUT", user,
                TASKLIST + "/task/" + sgddtTask + "/variables/approved", "{\"value\":true,\"type\":\"Boolean\"}"));
        check("set a variable of an instance", EVERYBODY, NOBODY, user -> send("PUT", user,
                TASKLIST + "/process-instance/" + runtime.createProcessInstanceQuery().processInstanceBusinessKey(issued).singleResult()
                        .getId() + "/variables/numberKnown", "{\"value\":true,\"type\":\"Boolean\"}"));
        check("start a campaign past the form", EVERYBODY, NOBODY,
                user -> post(user, TASKLIST + "/process-definition/key/campaign/start", "{}"));
        check("start a campaign with an empty form", EVERYBODY, NOBODY,
                user -> post(user, TASKLIST + "/process-definition/" + campaignDefinition + "/submit-form", "{\"variables\":{}}"));
        check("start a campaign with a case code of one's own", EVERYBODY, NOBODY, user -> post(user,
                TASKLIST + "/process-definition/" + campaignDefinition + "/submit-form", "{\"variables\":{},\"businessKey\":\"" + issued + "\"}"));
        check("start another process", EVERYBODY, NOBODY,
                user -> post(user, TASKLIST + "/process-definition/key/unit-response/submit-form", "{\"variables\":{}}"));
        check("correlate a message", EVERYBODY, NOBODY,
                user -> post(user, TASKLIST + "/message", "{\"messageName\":\"giaouoc.responseReturned\"}"));
    }

    /** Facts F7, F13 and the rest of the engine: expressions, deployments, jobs, identities. */
    private void engineItself() {
        check("expression in a search", EVERYBODY, NOBODY, user -> post(user, TASKLIST + "/task",
                "{\"assigneeExpression\":\"${''.getClass().forName('java.lang.Runtime')}\"}"));
        check("expression in a search, nested", EVERYBODY, NOBODY, user -> post(user, TASKLIST + "/task/count",
                "{\"orQueries\":[{\"dueBeforeExpression\":\"${now()}\"}]}"));
        check("expression in the address", EVERYBODY, NOBODY,
                user -> get(user, TASKLIST + "/task?candidateGroupExpression=%24%7BdataSource%7D"));
        check("filter with an expression", EVERYBODY, NOBODY, user -> post(user, TASKLIST + "/filter/create",
                "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"${dataSource}\"},\"properties\":{}}"));
        check("filter of one's own", without("admin"), NOBODY, user -> post(user, TASKLIST + "/filter/create",
                "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}"));
        check("deployment", EVERYBODY, NOBODY, user -> post(user, TASKLIST + "/deployment/create", "{}"));
        check("delete an instance", EVERYBODY, NOBODY, user -> send("DELETE", user, TASKLIST + "/process-instance/x", null));
        check("modify an instance", EVERYBODY, NOBODY, user -> post(user, TASKLIST + "/process-instance/x/modification", "{}"));
        check("suspend a process", EVERYBODY, NOBODY,
                user -> send("PUT", user, TASKLIST + "/process-definition/" + campaignDefinition + "/suspended", "{\"suspended\":true}"));
        check("create a task of no case", EVERYBODY, NOBODY, user -> post(user, TASKLIST + "/task/create", "{\"name\":\"x\"}"));
        check("create a user", EVERYBODY, NOBODY, user -> post(user, TASKLIST + "/user/create",
                "{\"profile\":{\"id\":\"x\"},\"credentials\":{\"password\":\"x\"}}"));
        check("join a group", EVERYBODY, NOBODY, user -> send("PUT", user, TASKLIST + "/group/chairman/members/canbo.syt", null));
        check("set the password of somebody else", EVERYBODY, NOBODY, user -> send("PUT", user, TASKLIST + "/user/canbo.stc/credentials",
                "{\"password\":\"mot-mat-khau-khac\",\"authenticatedUserPassword\":\"trial\"}"));
        check("set one's own password, too short", List.of("canbo.sgddt"), NOBODY, user -> send("PUT", user,
                TASKLIST + "/user/canbo.sgddt/credentials", "{\"password\":\"ngan\",\"authenticatedUserPassword\":\"trial\"}"));
        check("set one's own password without the old one", List.of("canbo.sgddt"), NOBODY, user -> send("PUT", user,
                TASKLIST + "/user/canbo.sgddt/credentials", "{\"password\":\"mot-mat-khau-moi\",\"authenticatedUserPassword\":\"sai\"}"));
        check("set one's own password", List.of("canbo.syt"), Set.of("canbo.syt"), user -> send("PUT", user,
                TASKLIST + "/user/canbo.syt/credentials", "{\"password\":\"mot-mat-khau-moi\",\"authenticatedUserPassword\":\"trial\"}"));
        check("grant a right", EVERYBODY, NOBODY, user -> post(user, TASKLIST + "/authorization/create",
                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"canbo.syt\",\"resourceType\":7,\"resourceId\":\"*\"}"));
        check("first user over the set-up page", EVERYBODY, NOBODY, user -> post(user, "/camunda/api/admin/setup/default/user/create", "{}"));
        String job = someJob();
        check("retry a failed job", EVERYBODY, Set.of("giamsat"),
                user -> send("PUT", user, TASKLIST + "/job/" + job + "/retries", "{\"retries\":5}"));
        for (String trick : List.of("/task;x=y", "//task/" + sgddtTask + "/assignee", "/task/../deployment/create", "/%74ask",
                "/task%2F" + sgddtTask + "%2Fassignee", "/TASK/" + sgddtTask + "/assignee")) {
            check("trick " + trick.replace(sgddtTask, "ID"), List.of("canbo.sgddt", "chuyenvien"), NOBODY, user -> post(user, TASKLIST + trick, "{}"));
        }
        for (String spelling : List.of("/%61pi/forms/tasks/ID", "/api/f%6Frms/tasks/ID", "/api/v1/%6frganisation/people",
                "/giaouoc/organisation%2Ehtml")) { // a spelling that a rule does not know reaches nothing that the rule guards
            check("spelling " + spelling, List.of("admin", "canbo.sgddt"), NOBODY, user -> get(user, spelling.replace("ID", sgddtTask)));
        }
    }

    /** Fact F8: nothing anonymous; and the public API. */
    private void api() {
        check("templates of papers", EVERYBODY, Set.of("admin"), user -> get(user, "/api/v1/templates"));
        check("page of templates", EVERYBODY, Set.of("admin"), user -> get(user, "/giaouoc/templates.html"));
        check("/engine-rest (session)", concat(List.of("(nobody)"), PEOPLE, List.of()), NOBODY, user -> get(user, "/engine-rest/task"));
        check("/engine-rest read (Basic)", List.of("tichhop"), Set.of("tichhop"), user -> get(user, "/engine-rest/process-instance"));
        check("/engine-rest start (Basic)", List.of("tichhop"), NOBODY,
                user -> post(user, "/engine-rest/process-definition/key/campaign/start", "{}"));
        check("/engine-rest complete (Basic)", List.of("tichhop"), NOBODY,
                user -> post(user, "/engine-rest/task/" + draftTask + "/complete", "{}"));
        check("/engine-rest deployment (Basic)", List.of("tichhop"), NOBODY, user -> post(user, "/engine-rest/deployment/create", "{}"));
        check("list campaigns", EVERYBODY, except(EVERYBODY, "(nobody)"), user -> get(user, "/api/v1/campaigns"));
        check("one campaign", EVERYBODY, except(EVERYBODY, "(nobody)", "admin"), user -> get(user, "/api/v1/campaigns/" + issued));
        check("answers of all units", EVERYBODY, except(EVERYBODY, "(nobody)", "admin", "canbo.sgddt", "thutruong.sgddt", "canbo.syt"),
                user -> get(user, "/api/v1/campaigns/" + issued + "/responses"));
        check("answer of Sở GDĐT", EVERYBODY, except(EVERYBODY, "(nobody)", "admin", "canbo.syt"),
                user -> get(user, "/api/v1/campaigns/" + issued + "/responses/sgddt"));
        String file = attachments.of(issued).get(0).id().toString();
        check("file of the campaign", EVERYBODY, except(EVERYBODY, "(nobody)", "admin"),
                user -> get(user, "/api/v1/attachments/" + file + "/content"));
        check("start over /api/v1", except2(EVERYBODY, "tichhop", "chuyenvien"), NOBODY, user -> post(user, "/api/v1/campaigns",
                "{\"reference\":\"r\",\"plan\":{\"title\":\"x\"}}"));
        check("return an answer", without("chuyenvien", "truongphong", "giamdoc"), NOBODY,
                user -> post(user, "/api/forms/campaigns/" + issued + "/responses/sgddt/return", "{\"reason\":\"x\"}"));
        check("description of the API", EVERYBODY, except(EVERYBODY, "(nobody)"), user -> get(user, "/api/v1/openapi"));
        String succession = "/api/v1/organisation/successions";
        check("page of units and people", EVERYBODY, Set.of("admin"), user -> get(user, "/api/v1/organisation"));
        check("declare a succession, by others", except2(EVERYBODY, "admin"), NOBODY,
                user -> post(user, succession, "{\"kind\":\"MERGE\"}"));
        check("cancel a succession, by others", except2(EVERYBODY, "admin"), NOBODY,
                user -> post(user, succession + "/TC-2021-01/cancellation", "{\"reason\":\"x\"}"));
        check("read successions", EVERYBODY, except(EVERYBODY, "(nobody)"), user -> get(user, "/api/v1/successions"));
        check("history of Sở GDĐT", EVERYBODY, except(EVERYBODY, "(nobody)", "admin", "canbo.syt"),
                user -> get(user, "/api/v1/units/sgddt/history"));
        absences();
        check("move the clock", except2(EVERYBODY, "admin"), NOBODY,
                user -> send("PUT", user, "/api/trial/clock", "{\"now\":\"2030-12-31T00:00\"}"));
    }

    /** Everybody enters the own absence, a head those of the unit's people, an administrator anybody's. */
    private void absences() {
        String api = "/api/v1/absences";
        check("page of absences", EVERYBODY, except(PEOPLE), user -> get(user, "/giaouoc/absence.html"));
        check("form of an absence in Tasklist", EVERYBODY, except(PEOPLE), user -> get(user, "/api/forms/start/absence"));
        check("draft of an absence in Tasklist, by others", except2(EVERYBODY, except(PEOPLE).toArray(String[]::new)), NOBODY,
                user -> send("PUT", user, "/api/forms/start/absence/draft", "{\"data\":{}}"));
        check("absences one is concerned with", EVERYBODY, except(EVERYBODY, "(nobody)"), user -> get(user, api));
        check("absence of canbo.sgddt: who may enter it", EVERYBODY, Set.of("admin", "canbo.sgddt", "thutruong.sgddt"),
                user -> get(user, api + "/options?person=canbo.sgddt"));
        check("absence of the Deputy Chairman: who may enter it", EVERYBODY, Set.of("admin", "chutich", "phochutich"),
                user -> get(user, api + "/options?person=phochutich"));
        LocalDate day = LocalDate.now(clock).plusDays(300);
        String body = "{\"person\":\"canbo.sgddt\",\"from\":\"%s\",\"to\":\"%s\",\"deputy\":\"thutruong.sgddt\",\"ground\":\"WORK\"}".formatted(day, day);
        check("enter an absence of canbo.sgddt, by others", except2(EVERYBODY, "admin", "canbo.sgddt", "thutruong.sgddt"), NOBODY,
                user -> post(user, api, body));
        check("enter the own absence", List.of("canbo.sgddt"), Set.of("canbo.sgddt"), user -> post(user, api, body));
        String code = jdbc.sql("select code from absence where from_date = ?").param(day).query(String.class).single();
        check("read an absence", EVERYBODY, Set.of("admin", "giamsat", "canbo.sgddt", "thutruong.sgddt"), user -> get(user, api + "/" + code));
        check("end an absence, by others", except2(EVERYBODY, "admin", "canbo.sgddt", "thutruong.sgddt"), NOBODY,
                user -> post(user, api + "/" + code + "/end", "{}"));
        check("end an absence", List.of("thutruong.sgddt"), Set.of("thutruong.sgddt"), user -> post(user, api + "/" + code + "/end", "{}"));
        check("take a task back, by others", except2(EVERYBODY, "admin", "giamsat", "thutruong.sgddt"), NOBODY,
                user -> post(user, api + "/held-tasks/" + sgddtTask + "/release", "{\"reason\":\"x\"}"));
        check("take a task back from canbo.sgddt", List.of("thutruong.sgddt"), Set.of("thutruong.sgddt"),
                user -> post(user, api + "/held-tasks/" + sgddtTask + "/release", "{\"reason\":\"x\"}"));
    }

    /** Reports, works, changes and papers over the API. */
    private void afterTheLaunch() {
        String api = "/api/v1/campaigns/" + running;
        check("periods of reports", AFTER_LAUNCH, WITH_UNITS, user -> get(user, api + "/reports"));
        check("figures of all units", AFTER_LAUNCH, OFFICES, user -> get(user, api + "/reports/1"));
        check("reports of all units", AFTER_LAUNCH, OFFICES, user -> get(user, api + "/reports/1/units"));
        check("report of Sở GDĐT", AFTER_LAUNCH, concat(OFFICES, "canbo.sgddt", "thutruong.sgddt"),
                user -> get(user, api + "/reports/1/units/sgddt"));
        check("works of all units", AFTER_LAUNCH, OFFICES, user -> get(user, api + "/works"));
        Map<String, Integer> works = Map.of("chuyenvien", 1, "truongphong", 2, "giamdoc", 3);
        check("settle a work", AFTER_LAUNCH, works.keySet(), user -> post(user,
                api + "/works/sgddt/" + works.getOrDefault(user, 0) + "/settlement", "{\"state\":\"DONE\",\"note\":\"Đã bàn giao.\"}"));
        check("changes", AFTER_LAUNCH, WITH_UNITS, user -> get(user, api + "/changes"));
        check("begin a change, by others", except2(AFTER_LAUNCH, "chuyenvien"), NOBODY,
                user -> post(user, api + "/changes", "{\"kind\":\"AMEND\"}"));
        check("begin a change", List.of("chuyenvien"), Set.of("chuyenvien"), user -> post(user, api + "/changes", "{\"kind\":\"AMEND\"}"));
        cases.consolidate(running, periods.get(running, 1).dueAt());
        check("papers", AFTER_LAUNCH, WITH_UNITS, user -> get(user, api + "/papers"));
        check("print an issued paper", AFTER_LAUNCH, WITH_UNITS, user -> get(user, api + "/papers/DC1/PAPER/PDF"));
        check("print the tờ trình of an issued paper", AFTER_LAUNCH, OFFICES, user -> get(user, api + "/papers/DC1/SUBMISSION/PDF"));
        check("print a paper that is not issued", AFTER_LAUNCH, OFFICES, user -> get(user, api + "/papers/BC1/PAPER/DOCX"));
    }

    private void tasksAfterTheLaunch() {
        String report = cases.task(running + "/KY1/sgddt");
        String notice = cases.task(running + "/TD1/sgddt");
        tasksOf("report of Sở GDĐT", report, OF_SGDDT, "canbo.sgddt", "thutruong.sgddt");
        tasksOf("notice to Sở GDĐT", notice, OF_SGDDT, "canbo.sgddt", "thutruong.sgddt");
        tasksOf("draft of a change", cases.task(running + "/TD2"), IN_TASKLIST, "chuyenvien");
        for (String task : List.of(report, notice)) {
            String what = task.equals(report) ? "report" : "notice";
            check("claim the own unit's " + what, List.of("canbo.sgddt"), Set.of("canbo.sgddt"),
                    user -> post(user, TASKLIST + "/task/" + task + "/claim", "{\"userId\":\"canbo.sgddt\"}"));
            check("complete a " + what + " another person holds", except2(AFTER_LAUNCH, "canbo.sgddt"), NOBODY,
                    user -> post(user, TASKLIST + "/task/" + task + "/complete", "{}"));
            check("complete a " + what + " with variables", List.of("canbo.sgddt"), NOBODY, user -> post(user, TASKLIST + "/task/" + task + "/complete",
                    "{\"variables\":{\"approved\":{\"value\":true,\"type\":\"Boolean\"}}}"));
            check("submit a " + what + " with variables", List.of("canbo.sgddt"), NOBODY, user -> post(user,
                    TASKLIST + "/task/" + task + "/submit-form", "{\"variables\":{\"ready\":{\"value\":true,\"type\":\"Boolean\"}}}"));
            check("complete a " + what + " without its form", List.of("canbo.sgddt"), NOBODY,
                    user -> post(user, TASKLIST + "/task/" + task + "/complete", "{}"));
            check("draft in the form of another unit's " + what, except2(AFTER_LAUNCH, "canbo.sgddt"), NOBODY,
                    user -> send("PUT", user, "/api/forms/tasks/" + task + "/draft", "{\"data\":{}}"));
        }
    }

    /** Who sees a task and its form, and that nobody but these may take it. */
    private void tasksOf(String what, String task, Set<String> seen, String... holders) {
        check("task: " + what, AFTER_LAUNCH, seen, user -> get(user, TASKLIST + "/task/" + task));
        check("form: " + what, AFTER_LAUNCH, seen, user -> get(user, "/api/forms/tasks/" + task));
        check("claim by others: " + what, except2(AFTER_LAUNCH, holders), NOBODY,
                user -> post(user, TASKLIST + "/task/" + task + "/claim", "{\"userId\":\"" + user + "\"}"));
        check("complete though nobody holds it: " + what, AFTER_LAUNCH, NOBODY, user -> post(user, TASKLIST + "/task/" + task + "/complete", "{}"));
    }

    private void startsAfterTheLaunch() {
        for (String process : List.of("campaign-report", "unit-report", "campaign-change", "unit-notice", "unit-succession", "absence",
                "bloc-action", "mid-year-report", "reminder-round", "escalation", "mail-delivery", "mid-term-review", "calendar-change")) {
            String id = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
            check("start " + process, AFTER_LAUNCH, NOBODY,
                    user -> post(user, TASKLIST + "/process-definition/" + id + "/submit-form", "{\"variables\":{}}"));
            check("start " + process + " by its key", AFTER_LAUNCH, NOBODY,
                    user -> post(user, TASKLIST + "/process-definition/key/" + process + "/submit-form", "{\"variables\":{}}"));
            check("start " + process + " past the form", AFTER_LAUNCH, NOBODY, user -> post(user,
                    TASKLIST + "/process-definition/key/" + process + "/start", "{\"businessKey\":\"" + running + "/KY9\"}"));
            check("start " + process + " over /engine-rest", List.of("tichhop"), NOBODY,
                    user -> post(user, "/engine-rest/process-definition/key/" + process + "/start", "{\"businessKey\":\"" + running + "/KY9\"}"));
        }
        for (String message : List.of("giaouoc.allReported", "giaouoc.finalReportSigned", "giaouoc.covenantReopened", "giaouoc.allSigned", "giaouoc.planAmended", "giaouoc.campaignWithdrawn", "giaouoc.absenceEnded", "giaouoc.responseExtended",
                "giaouoc.blocYearClosed", "giaouoc.midYearOpened", "giaouoc.overdueEnded", "giaouoc.midTermReview")) {
            check("correlate " + message, AFTER_LAUNCH, NOBODY, user -> post(user, TASKLIST + "/message",
                    "{\"messageName\":\"" + message + "\",\"businessKey\":\"" + running + "\"}"));
        }
    }

    /** The supervisor repeats what failed and does nothing else to a case. */
    private void supervision() {
        String report = cases.task(running + "/KY1/sgddt");
        for (String key : List.of(running + "/KY1/sgddt", running + "/KY1", running + "/TD2", running + "/TD1/sgddt")) {
            String instance = TASKLIST + "/process-instance/" + instance(key);
            String of = " of " + key.substring(running.length());
            check("delete the instance" + of, AFTER_LAUNCH, NOBODY, user -> send("DELETE", user, instance, null));
            check("modify the instance" + of, AFTER_LAUNCH, NOBODY, user -> post(user, instance + "/modification",
                    "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"userTask_writeReport\"}]}"));
            check("set a variable" + of, AFTER_LAUNCH, NOBODY, user -> send("PUT", user, instance + "/variables/approved",
                    "{\"value\":true,\"type\":\"Boolean\"}"));
            check("suspend the instance" + of, AFTER_LAUNCH, NOBODY, user -> send("PUT", user, instance + "/suspended", "{\"suspended\":true}"));
        }
        check("set a variable of a unit's report", AFTER_LAUNCH, NOBODY, user -> send("PUT", user,
                TASKLIST + "/task/" + report + "/variables/approved", "{\"value\":true,\"type\":\"Boolean\"}"));
        String job = TASKLIST + "/job/" + blockedJob;
        check("run a failed job of a unit's report", AFTER_LAUNCH, NOBODY, user -> post(user, job + "/execute", "{}"));
        check("move a failed job of a unit's report", AFTER_LAUNCH, NOBODY,
                user -> send("PUT", user, job + "/duedate", "{\"duedate\":\"2030-01-01T00:00:00.000+0700\"}"));
        check("delete a failed job of a unit's report", AFTER_LAUNCH, NOBODY, user -> send("DELETE", user, job, null));
        check("retry a failed job of a unit's report", AFTER_LAUNCH, Set.of("giamsat"),
                user -> send("PUT", user, job + "/retries", "{\"retries\":1}"));
        cases.past(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(running + "/KY1/stnmt").singleResult().getTaskDefinitionKey())
                .isEqualTo("userTask_writeReport");
    }

    /** Compositions of blocs: drafted by Sở Nội vụ, read by the offices; units read them once they are in force and theirs. */
    private void blocs() {
        String code = officials.start("chuyenvien", "bloc-composition", Map.of("route", "HERE", "year", 2096));
        jobs.runDue();
        String api = "/api/v1/bloc-compositions";
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey("bloc-composition").latestVersion().singleResult().getId();
        check("start form of compositions", EVERYBODY, Set.of("chuyenvien"), user -> get(user, "/api/forms/start/bloc-composition"));
        check("start a composition past the form", EVERYBODY, NOBODY,
                user -> post(user, TASKLIST + "/process-definition/" + definition + "/submit-form", "{\"variables\":{}}"));
        check("list compositions", EVERYBODY, except(EVERYBODY, "(nobody)"), user -> get(user, api));
        check("composition in draft", EVERYBODY, OFFICES, user -> get(user, api + "/" + code));
        check("file of a composition", EVERYBODY, OFFICES, user -> get(user, api + "/" + code + "/xlsx"));
        check("template of compositions", EVERYBODY, OFFICES, user -> get(user, api + "/xlsx"));
        check("compose over /api/v1", except2(EVERYBODY, "tichhop", "chuyenvien"), NOBODY, user -> post(user, api, "{\"reference\":\"r\",\"year\":2096}"));
        check("list blocs", EVERYBODY, except(EVERYBODY, "(nobody)"), user -> get(user, "/api/v1/blocs"));
        tasksOf("draft of a composition", cases.task(code), IN_TASKLIST, "chuyenvien");
    }

    /** The covenant of a bloc of Sở GDĐT and Sở Tài chính: the head unit's tasks, a member's own, and what forms call beside them. */
    private void covenants() {
        String composition = officials.start("chuyenvien", "bloc-composition", Map.of("route", "OUTSIDE", "year", 2095));
        cases.complete("chuyenvien", composition, "recordComposition", Map.of("title", "Về việc thành lập khối", "blocs", List.of(Map.of(
                "blocCode", "khoi-phan-quyen", "kind", "KHOI", "name", "Khối của phép thử", "members", List.of(Map.of("unit", "sgddt", "role", "HEAD"),
                        Map.of("unit", "stc", "role", "MEMBER")))), "issuer", "UBND tỉnh", "number", "8895/QĐ-UBND", "issueDate", LocalDate.now(clock).toString(),
                "signerName", "Nguyễn Văn Thành", "signerTitle", "Chủ tịch", "reasons", Map.of("C05", "Ngày nghỉ."), "files", List.of(cases.file("chuyenvien"))));
        String key = "KT-2095-001/GU1";
        Set<String> offices = Set.copyOf(concat(List.copyOf(IN_TASKLIST), List.of("canbo.sgddt"), List.of("thutruong.sgddt")));
        tasksOf("draft of a covenant", cases.task(key), offices, "canbo.sgddt", "thutruong.sgddt");
        String forms = "/api/forms/covenants/" + key;
        check("what targets would mean", AFTER_LAUNCH, Set.copyOf(concat(List.copyOf(offices), List.of("canbo.stc"), List.of())),
                user -> post(user, forms + "/meanings", "{\"content\":{}}"));
        check("mark a paper as signed, by others", except2(AFTER_LAUNCH, "canbo.sgddt", "thutruong.sgddt"), NOBODY,
                user -> post(user, forms + "/signed-files", "{\"units\":[\"stc\"]}"));
        check("prove who signs for Sở Tài chính, by others", except2(AFTER_LAUNCH, "canbo.stc"), NOBODY,
                user -> post(user, forms + "/identity", "{\"unit\":\"stc\",\"password\":\"trial\",\"digest\":\"x\"}"));
        check("amend what is not recorded", AFTER_LAUNCH, NOBODY,
                user -> post(user, "/api/forms/covenants/KT-2095-001/amendments", "{\"reason\":\"x\"}"));
        check("give up what is no amendment", AFTER_LAUNCH, NOBODY, user -> post(user, forms + "/giving-up", "{\"reason\":\"x\"}"));
        cases.complete("canbo.sgddt", key, "draftCovenant", Map.of("plan", "Họp khối.", "commitments", List.of("Thi đua."), "targets", List.of(Map.of(
                "id", "t1", "measure", "CONG_SO_VAN_HOA", "name", "Công sở văn hóa", "comparator", "DONE", "direction", "UP", "rounding", "NONE",
                "scope", "EACH_MEMBER"))));
        String api = "/api/v1/covenants/KT-2095-001";
        for (String part : List.of("/versions", "/versions/1", "/targets", "/members", "/papers/COVENANT/DOCX")) {
            check("covenant of a bloc: " + part, AFTER_LAUNCH, WITH_UNITS, user -> get(user, api + part));
        }
        check("one bloc", AFTER_LAUNCH, WITH_UNITS, user -> get(user, "/api/v1/blocs/KT-2095-001"));
        String review = "/api/v1/blocs/KT-2095-001/mid-term-review";
        check("mid-term review of a bloc", AFTER_LAUNCH, WITH_UNITS, user -> get(user, review));
        check("paper of a review that is not there", AFTER_LAUNCH, NOBODY, user -> get(user, review + "/papers/REPORT/PDF"));
        check("begin a review before the covenant is recorded", AFTER_LAUNCH, NOBODY, user -> post(user, review, null));
        check("the same beside a form", AFTER_LAUNCH, NOBODY, user -> post(user, "/api/forms/reviews/KT-2095-001", "{}"));
        check("when a bloc's review begins", AFTER_LAUNCH, Set.of("canbo.sgddt", "thutruong.sgddt"),
                user -> post(user, "/api/forms/reviews/KT-2095-001/plan", "{\"inspection\":false}"));
        check("prove who signs a report that is not there", AFTER_LAUNCH, NOBODY,
                user -> post(user, "/api/forms/reviews/KT-2095-001/SK1/identity", "{\"password\":\"trial\",\"digest\":\"x\"}"));
        check("amend over /api/v1, by others", AFTER_LAUNCH, NOBODY, user -> post(user, api + "/amendments", "{\"reason\":\"x\"}"));
        tasksOf("comment of a member", cases.task(key + "/stc"), Set.of("canbo.stc", "giamsat"), "canbo.stc");
        afterTheConference(composition);
    }

    /** What a sơ kết leaves behind: an action of Sở Tài chính, proposals with personal data, awards, the province's report. */
    private void afterTheConference(String composition) {
        String bloc = "KT-2095-001";
        String action = actions.open(bloc, "sgddt", List.of(new NewAction(bloc + "/SK1", 1, "Hội thao", "stc", LocalDate.now(clock).plusDays(9),
                ActionKind.CONCLUSION))).get(0);
        tasksOf("action of Sở Tài chính", cases.task(action), Set.of("canbo.stc", "giamsat"), "canbo.stc");
        check("actions of a bloc", AFTER_LAUNCH, WITH_UNITS, user -> get(user, "/api/v1/blocs/" + bloc + "/actions"));
        proposals.draft(officials.actor("canbo.sgddt"), bloc, null, new ProposalDraft(ProposalDraft.Nominee.PERSON, "stc", "Nguyễn Văn An", "Chuyên viên",
                "Cứu người.", "BK_T", "Đột xuất.", List.of()));
        Set<String> readers = Set.of("chuyenvien", "truongphong", "giamdoc", "canbo.sgddt", "thutruong.sgddt");
        String list = "/api/v1/blocs/" + bloc + "/spot-proposals";
        check("proposals of a bloc, empty for most", AFTER_LAUNCH, WITH_UNITS, user -> get(user, list));
        AFTER_LAUNCH.forEach(user -> assertThat(sessions.get(user).send("GET", list, null).body().contains("Nguyễn Văn An")).as("personal data to " + user)
                .isEqualTo(readers.contains(user)));
        check("propose, by others", except2(AFTER_LAUNCH, "canbo.sgddt", "thutruong.sgddt"), NOBODY, user -> post(user,
                "/api/v1/blocs/" + bloc + "/spot-proposals", "{\"proposal\":{}}"));
        check("change a proposal, by others", AFTER_LAUNCH, NOBODY, user -> send("PUT", user, "/api/v1/spot-proposals/DX-2095-999",
                "{\"version\":1,\"proposal\":{}}"));
        check("withdraw a proposal, by others", AFTER_LAUNCH, NOBODY, user -> post(user, "/api/v1/spot-proposals/DX-2095-999/withdrawal",
                "{\"version\":1,\"reason\":\"x\"}"));
        var file = cases.file("chuyenvien");
        String award = awards.record(officials.actor("chuyenvien"), new OutsideAwardDraft("stc", "CO_CP", LocalDate.now(clock).getYear(), "1/QĐ-TTg",
                LocalDate.now(clock), null, null, List.of(new FileRef(UUID.fromString(file.get("id")), file.get("name")))));
        check("list awards", EVERYBODY, except(EVERYBODY, "(nobody)"), user -> get(user, "/api/v1/awards"));
        check("catalogue of titles", EVERYBODY, except(EVERYBODY, "(nobody)"), user -> get(user, "/api/v1/award-titles"));
        Set<String> ofStc = concat(OFFICES, "canbo.stc");
        check("award of Sở Tài chính", AFTER_LAUNCH, ofStc, user -> get(user, "/api/v1/awards/" + award));
        check("decision of an award", AFTER_LAUNCH, ofStc, user -> get(user, "/api/v1/attachments/" + file.get("id") + "/content"));
        check("record an award, by others", except2(AFTER_LAUNCH, "chuyenvien"), NOBODY, user -> post(user, "/api/v1/awards", "{}"));
        check("correct an award, by others", except2(AFTER_LAUNCH, "chuyenvien"), NOBODY, user -> send("PUT", user, "/api/v1/awards/" + award,
                "{\"version\":1,\"award\":{},\"reason\":\"x\"}"));
        for (String page : List.of("awards", "bloc-work", "closed-campaigns")) {
            check("page " + page, EVERYBODY, Set.copyOf(PEOPLE), user -> get(user, "/giaouoc/" + page + ".html"));
        }
        check("open the province's report, by others", except2(AFTER_LAUNCH, "chuyenvien", "tichhop"), NOBODY,
                user -> post(user, "/api/v1/mid-year-reports", "{\"composition\":\"" + composition + "\"}"));
        check("open the province's report", List.of("tichhop"), Set.of("tichhop"),
                user -> post(user, "/api/v1/mid-year-reports", "{\"composition\":\"" + composition + "\"}"));
        jobs.runDue();
        String report = "SK-" + composition.substring(3);
        check("list the province's reports", EVERYBODY, except(EVERYBODY, "(nobody)"), user -> get(user, "/api/v1/mid-year-reports"));
        check("the province's report", AFTER_LAUNCH, OFFICES, user -> get(user, "/api/v1/mid-year-reports/" + report));
        check("print the province's report before it is written", AFTER_LAUNCH, NOBODY,
                user -> get(user, "/api/v1/mid-year-reports/" + report + "/paper/PAPER/PDF"));
        tasksOf("the province's report", cases.task(report), IN_TASKLIST, "chuyenvien");
        check("start form of the province's report", EVERYBODY, Set.of("chuyenvien"), user -> get(user, "/api/forms/start/mid-year-report"));
    }

    /** Everybody keeps the own settings; what was written to people is the administrators' to read and to send again. */
    private void notification() {
        check("page of one's own notices", EVERYBODY, except(EVERYBODY, "(nobody)", "tichhop"), user -> get(user, "/giaouoc/notices.html"));
        check("own settings of notices", EVERYBODY, except(EVERYBODY, "(nobody)", "tichhop"), user -> get(user, "/api/notices/settings"));
        check("save own settings of notices", List.of("canbo.sgddt", "(nobody)", "tichhop"), Set.of("canbo.sgddt"),
                user -> send("PUT", user, "/api/notices/settings", "{\"email\":\"canbo.sgddt@giaouoc.example\",\"choices\":{\"NEW_TASK\":\"EACH\","
                        + "\"REMINDER\":\"DAILY\",\"ESCALATION\":\"EACH\"}}"));
        check("page of the outbox", EVERYBODY, Set.of("admin"), user -> get(user, "/giaouoc/mails.html"));
        check("script of the outbox", EVERYBODY, Set.of("admin"), user -> get(user, "/giaouoc/mails.js"));
        check("outbox", EVERYBODY, Set.of("admin"), user -> get(user, "/api/mails"));
        check("outbox, another way to write it", EVERYBODY, NOBODY, user -> get(user, "/api/mails/"));
        check("letters of the trial", EVERYBODY, NOBODY, user -> get(user, "/api/trial/mails"));
        String mail = UUID.randomUUID().toString();
        jdbc.sql("insert into mail (id, user_id, address, subject, text_body, html_body, status, created_at, changed_at) values (?::uuid, 'x', "
                + "'x@example.org', 's', 't', 'h', 'REFUSED', now(), now())").param(mail).update();
        check("send a letter again, by others", except2(EVERYBODY, "admin"), NOBODY, user -> post(user, "/api/mails/" + mail + "/again", "{}"));
        check("send a letter again", List.of("admin"), Set.of("admin"), user -> post(user, "/api/mails/" + mail + "/again", "{}"));
        jdbc.sql("delete from mail where id = ?::uuid").param(mail).update();
        runtime.createProcessInstanceQuery().processDefinitionKey("mail-delivery").list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of the test"));
        jdbc.sql("delete from mail_run").update();
    }

    /** The matrix lets one official change the password; other tests want the trial's. */
    @AfterAll
    void passwordsAsBefore() {
        User official = identities.createUserQuery().userId("canbo.syt").singleResult();
        official.setPassword("trial");
        identities.saveUser(official);
    }

    // -----------------------------------------------------------------------------------------------------------------

    private interface Call {
        int by(String user);
    }

    private void check(String action, List<String> users, Set<String> allowed, Call call) {
        Map<String, Integer> row = new TreeMap<>();
        for (String user : users) {
            int status = call.by(user);
            row.put(user, status);
            assertThat(status).as(action + " by " + user).isNotEqualTo(500);
            assertThat(status / 100 == 2).as(action + " by " + user + ": " + status).isEqualTo(allowed.contains(user));
        }
        matrix.put(action, row);
    }

    private int get(String user, String path) {
        return send("GET", user, path, null);
    }

    private int post(String user, String path, String json) {
        return send("POST", user, path, json);
    }

    private int send(String method, String user, String path, String json) {
        return sessions.get(user).send(method, path, json).statusCode();
    }

    private void write() throws IOException {
        StringBuilder table = new StringBuilder("| Action | Allowed | Refused |\n|---|---|---|\n");
        matrix.forEach((action, row) -> {
            List<String> yes = new ArrayList<>();
            List<String> no = new ArrayList<>();
            row.forEach((user, status) -> (status / 100 == 2 ? yes : no).add(user + " " + status));
            table.append("| ").append(action).append(" | ").append(String.join(", ", yes)).append(" | ").append(String.join(", ", no))
                    .append(" |\n");
        });
        Files.writeString(Path.of("target", "security-matrix.md"), table);
    }

    private String issued() {
        var file = attachments.upload(officials.actor("tichhop"), "ban-ky.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        LocalDate today = LocalDate.now(clock);
        var draft = new PlanDraft(plan(today), List.of(), null, Map.of("C04", "Chưa có bản gốc."), List.of(new FileRef(file.id(), file.name())));
        var issue = new OutsideIssue("UBND tỉnh", today, "Nguyễn Văn Thành", "Chủ tịch", null, true);
        String code = campaigns.register(officials.actor("tichhop"), "matrix-" + UUID.randomUUID(), "d".repeat(64), draft, issue).code();
        jobs.runDue();
        return code;
    }

    private String toSignature() {
        LocalDate today = LocalDate.now(clock);
        String code = campaigns.register(officials.actor("tichhop"), "matrix-" + UUID.randomUUID(), "d".repeat(64),
                new PlanDraft(plan(today), List.of(), null, Map.of(), List.of()), null).code();
        jobs.runDue();
        for (String[] step : new String[][]{{"truongphong", "approveDivision"}, {"giamdoc", "approveDirector"}, {"vanphong", "checkForm"}}) {
            officials.complete(step[0], code + "/KH", "userTask_" + step[1], Map.of("decision", "APPROVE"));
            jobs.runDue();
        }
        return tasks.createTaskQuery().processInstanceBusinessKey(code + "/KH").singleResult().getId();
    }

    private static Plan plan(LocalDate today) {
        return new Plan(CampaignType.PEAK, "Phong trào của ma trận", null, null, null, null, today.plusDays(10), today.plusDays(60), null,
                null, List.of("Thi đua."), Set.of(UnitKind.DEPARTMENT), null, null, null, null, null, null, null);
    }

    private String someJob() {
        return management.createJobQuery().timers().list().stream().map(Job::getId).findFirst().orElseThrow();
    }

    private String instance(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).rootProcessInstances().singleResult().getId();
    }

    private static Set<String> concat(Set<String> some, String... others) {
        return Set.copyOf(concat(List.copyOf(some), List.of(others), List.of()));
    }

    private static List<String> without(String... users) {
        return except2(EVERYBODY, users);
    }

    private static List<String> except2(List<String> all, String... users) {
        return all.stream().filter(user -> !List.of(users).contains(user)).toList();
    }

    private static Set<String> except(List<String> all, String... users) {
        return Set.copyOf(except2(all, users));
    }

    private static List<String> concat(List<String> first, List<String> second, List<String> third) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        return List.copyOf(all);
    }
}
