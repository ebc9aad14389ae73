package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaouoc.absence.AbsenceDraft;
import vn.giaouoc.absence.AbsenceFlow;
import vn.giaouoc.absence.AbsenceGround;
import vn.giaouoc.absence.AbsenceView;
import vn.giaouoc.absence.Absences;
import vn.giaouoc.absence.DeputyActs;
import vn.giaouoc.absence.HeldTasks;
import vn.giaouoc.document.ApprovalStep;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.organisation.OrganisationAdmin;
import vn.giaouoc.organisation.PersonData;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.test.Docx;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.ThrowAwayUnits;
import vn.giaouoc.workflow.form.TaskActs;
import vn.giaouoc.workflow.form.TaskForms;

/** Process {@code absence}: tasks reach the deputy, the ground decides what is allowed, both names are kept, it ends by itself. */
class AbsenceProcessesIT extends CovenantTest {

    @Autowired
    Absences absences;
    @Autowired
    DeputyActs deputyActs;
    @Autowired
    HeldTasks heldTasks;
    @Autowired
    TaskForms taskForms;
    @Autowired
    OrganisationAdmin organisation;
    @Autowired
    PrintedPapers printed;
    @Autowired
    IdentityService identities;
    @Autowired
    RepositoryService repository;
    @Autowired
    TaskActs taskActs;
    @Autowired
    AbsenceFlow flow;
    @Autowired
    ThrowAwayUnits units;
    @LocalServerPort
    int port;

    private final Map<String, String> positions = new HashMap<>();

    @BeforeEach
    void aDeputyDirector() {
        organisation.savePerson(new PersonData("phogiamdoc.snv", "Bế Văn", "Thắng", "Phó Giám đốc Sở Nội vụ", true,
                List.of(new PersonData.Membership("snv", false)), List.of()));
    }

    @AfterEach
    void everybodyIsBack() {
        positions.forEach((user, position) -> jdbc.sql("update person set position = ? where user_id = ?").params(position, user).update());
        positions.clear();
        jdbc.sql("select code from absence where ended_at is null").query(String.class).list()
                .forEach(code -> absences.end(officials.actor("admin"), code, "Hết phép thử"));
        jobs.runDue();
        organisation.savePerson(new PersonData("phogiamdoc.snv", "Bế Văn", "Thắng", "Phó Giám đốc Sở Nội vụ", false, List.of(), List.of()));
    }

    // ---- it begins and ends by itself -------------------------------------------------------------------------------

    @Test
    void tasksReachTheDeputyAndComeBack() {
        String code = draftInHand();
        String absence = enter("chuyenvien", work("chuyenvien", "truongphong", 2, 5));
        assertThat(officials.actor("truongphong").standsIn()).isFalse();
        assertThat(task(code, "userTask_draftPlan").getAssignee()).isEqualTo("chuyenvien");
        forward(Duration.ofDays(2));
        Task moved = task(code, "userTask_draftPlan");
        assertThat(moved.getAssignee()).isEqualTo("truongphong");
        assertThat(moved.getOwner()).isEqualTo("chuyenvien");
        assertThat(form("truongphong", moved)).satisfies(loaded -> {
            assertThat(loaded.get("draft").toString()).contains("bản nháp");
            assertThat(loaded.get("task").toString()).contains("xử lý thay Nguyễn Thị Minh Châu");
        });
        assertThat(officials.actor("truongphong").groups()).contains("snv-specialist", Actor.STANDS_IN);
        forward(Duration.ofDays(4));
        assertThat(officials.actor("truongphong").groups()).doesNotContain("snv-specialist", Actor.STANDS_IN);
        assertThat(task(code, "userTask_draftPlan")).satisfies(back -> {
            assertThat(back.getAssignee()).isEqualTo("chuyenvien");
            assertThat(back.getOwner()).isNull();
        });
        assertThat(form("chuyenvien", task(code, "userTask_draftPlan")).get("draft").toString()).contains("bản nháp");
        assertThat(view(absence).status()).isEqualTo("ENDED");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(absence).count()).isZero();
    }

    @Test
    void rightsEndWithTheDayEvenWhenTheJobIsLate() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE));
        jobs.runDue();
        enter("chuyenvien", work("chuyenvien", "truongphong", 0, 0));
        jobs.runDue();
        String draft = task(code, "userTask_draftPlan").getId();
        Actor inTime = officials.actor("truongphong");
        officials.as("truongphong", () -> {
            tasks.claim(draft, "truongphong");
            return null;
        });
        trialClock.moveTo(clock.instant().plus(Duration.ofDays(1))); // no job has run since
        assertThat(officials.actor("truongphong").standsIn()).isFalse();
        identities.setAuthentication("truongphong", List.copyOf(inTime.groups())); // a session that has not noticed yet
        try {
            assertThatThrownBy(() -> taskForms.validate(inTime, draft, json.valueToTree(planData()))).isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("Thời gian xử lý thay đã kết thúc");
        } finally {
            identities.clearAuthentication();
        }
        jobs.runDue();
        assertThat(tasks.createTaskQuery().taskId(draft).singleResult().getAssignee()).isNull();
    }

    @Test
    void anAbsenceEndsEarlyAndIsGivenUpBeforeItsDay() {
        String code = draftInHand();
        String early = enter("giamdoc", work("chuyenvien", "truongphong", 0, 10));
        jobs.runDue();
        assertThat(task(code, "userTask_draftPlan").getAssignee()).isEqualTo("truongphong");
        assertThatThrownBy(() -> absences.end(officials.actor("canbo.sgddt"), early, null)).isInstanceOf(NotAllowed.class);
        absences.end(officials.actor("chuyenvien"), early, "Về sớm");
        assertThat(officials.actor("truongphong").standsIn()).isFalse();
        jobs.runDue();
        assertThat(task(code, "userTask_draftPlan").getAssignee()).isEqualTo("chuyenvien");
        assertThatThrownBy(() -> absences.end(officials.actor("chuyenvien"), early, null)).hasMessageContaining("đã kết thúc");
        String never = enter("chuyenvien", work("chuyenvien", "truongphong", 3, 10));
        absences.end(officials.actor("admin"), never, null);
        jobs.runDue();
        assertThat(view(never).handedAt()).isNull();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("absence").count()).isZero();
    }

    @Test
    void aDeputyWithoutAccountIsAnIncidentUntilTheAbsenceIsEnded() {
        organisation.savePerson(new PersonData("tam.thay", "Nguyễn Văn", "Thay", null, true, List.of(new PersonData.Membership("snv", false)),
                List.of()));
        String absence = enter("chuyenvien", work("chuyenvien", "tam.thay", 1, 3));
        organisation.savePerson(new PersonData("tam.thay", "Nguyễn Văn", "Thay", null, false, List.of(), List.of()));
        jobs.tolerate("không còn tài khoản");
        try {
            trialClock.moveTo(clock.instant().plus(Duration.ofDays(1)));
            String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(absence).singleResult().getId();
            management.executeJob(management.createJobQuery().processInstanceId(instance).singleResult().getId());
            String job = management.createJobQuery().processInstanceId(instance).activityId("serviceTask_handOver").singleResult().getId();
            while (management.createJobQuery().jobId(job).singleResult().getRetries() > 0) {
                assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("không còn tài khoản");
            }
            assertThat(runtime.createIncidentQuery().processInstanceId(instance).count()).isEqualTo(1);
        } finally {
            jobs.tolerate(null);
        }
        absences.end(officials.actor("admin"), absence, "Chọn người khác");
        jobs.runDue();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(absence).count()).isZero();
    }

    // ---- the ground decides -----------------------------------------------------------------------------------------

    @Test
    void forWorkTheRecordSaysXuLyThay() {
        enter("chuyenvien", work("chuyenvien", "phogiamdoc.snv", 0, 3));
        String code = officials.start("phogiamdoc.snv", Map.of("route", "HERE", "type", "PEAK", "title", TITLE));
        jobs.runDue();
        officials.complete("phogiamdoc.snv", code, "userTask_draftPlan", planData());
        assertThat(deputyActs.ofCase(code)).extracting("taskName", "deputyName", "words").contains(
                tuple("Khởi tạo hồ sơ", "Bế Văn Thắng", "xử lý thay Nguyễn Thị Minh Châu"),
                tuple("Soạn dự thảo kế hoạch", "Bế Văn Thắng", "xử lý thay Nguyễn Thị Minh Châu"));
        assertThat(history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(code).taskDefinitionKey("userTask_draftPlan")
                .singleResult()).satisfies(done -> {
                    assertThat(done.getAssignee()).isEqualTo("phogiamdoc.snv");
                    assertThat(done.getOwner()).isEqualTo("chuyenvien");
                });
        jobs.runDue();
        PaperStep drafted = papers.get(paper(code)).steps().get(0);
        assertThat(drafted.forUser()).isEqualTo("chuyenvien");
        assertThat(drafted.forWords()).isEqualTo("xử lý thay Nguyễn Thị Minh Châu");
    }

    @Test
    void forWorkNobodySignsOrApproves() {
        String code = draft(Map.of());
        approve("truongphong", code, "userTask_approveDivision");
        String held = task(paper(code), "userTask_approveDirector").getId();
        officials.as("giamdoc", () -> {
            tasks.claim(held, "giamdoc");
            return null;
        });
        enter("giamdoc", work("giamdoc", "phogiamdoc.snv", 0, 3));
        jobs.runDue();
        assertThat(task(paper(code), "userTask_approveDirector").getAssignee()).as("left to its group").isNull();
        assertThatThrownBy(() -> approve("phogiamdoc.snv", code, "userTask_approveDirector")).hasMessageContaining("không phải ký, duyệt")
                .hasMessageContaining("Giám đốc Sở ký tờ trình");
        assertThat(form("phogiamdoc.snv", task(paper(code), "userTask_approveDirector")).get("task").toString())
                .contains("canComplete=false").contains("cần căn cứ ký thay (KT.)");
        approve("giamdoc", code, "userTask_approveDirector"); // who is absent is not locked out
    }

    @Test
    void aStatutoryDeputySignsKt() {
        String code = draft(Map.of());
        approve("truongphong", code, "userTask_approveDivision");
        enter("giamdoc", new AbsenceDraft("giamdoc", today(), today().plusDays(3), "phogiamdoc.snv", AbsenceGround.KT, List.of("APPROVE_PAPER"),
                null, null, null, null));
        jobs.runDue();
        approve("phogiamdoc.snv", code, "userTask_approveDirector");
        PaperStep signed = step(code, ApprovalStep.DIRECTOR);
        assertThat(signed.forGround()).isEqualTo("KT.");
        assertThat(signed.forWords()).isEqualTo("KT. Trần Quang Vinh, Giám đốc Sở Nội vụ");
        assertThat(Docx.text(printed.submission(paper(code)).docx())).contains("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC SỞ NỘI VỤ", "Bế Văn Thắng");
        approve("vanphong", code, "userTask_checkForm");
        enter("chutich", new AbsenceDraft("chutich", today(), today().plusDays(3), "phochutich", AbsenceGround.KT, List.of("SIGN_PAPER"),
                null, null, null, null));
        jobs.runDue();
        assertThat(form("phochutich", task(paper(code), "userTask_signPaper")).get("view").toString()).contains("canRefuse=false");
        approve("phochutich", code, "userTask_signPaper");
        assertThat(papers.get(paper(code)).signerCapacity()).isEqualTo("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
    }

    @Test
    void whoIsAuthorisedSignsTuqWithinScopeAndTime() {
        String code = draft(Map.of());
        approve("truongphong", code, "userTask_approveDivision");
        approve("giamdoc", code, "userTask_approveDirector");
        approve("vanphong", code, "userTask_checkForm");
        String absence = enter("chutich", authority("chutich", "thutruong.sgddt", "SIGN_PAPER", 4, 1));
        jobs.runDue();
        assertThatThrownBy(() -> decide("thutruong.sgddt", code, "userTask_signPaper", "REFUSE", null, "Không cần")).isInstanceOf(NotAllowed.class);
        absences.end(officials.actor("chutich"), absence, null);
        jobs.runDue();
        enter("chutich", authority("chutich", "thutruong.sgddt", "SIGN_PAPER", 4, 1));
        jobs.runDue();
        approve("thutruong.sgddt", code, "userTask_signPaper");
        assertThat(papers.get(paper(code)).signerCapacity()).isEqualTo("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ");
        assertThat(step(code, ApprovalStep.SIGN).forWords()).startsWith("TUQ. Nguyễn Văn Thành, Chủ tịch UBND tỉnh, theo văn bản số 12/GUQ ngày ");
        String later = draft(Map.of());
        approve("truongphong", later, "userTask_approveDivision");
        approve("giamdoc", later, "userTask_approveDirector");
        approve("vanphong", later, "userTask_checkForm");
        forward(Duration.ofDays(2));
        assertThatThrownBy(() -> approve("thutruong.sgddt", later, "userTask_signPaper")).hasMessageContaining("Thời hạn ủy quyền");
    }

    @Test
    void outOfTheScopeOfAnAuthorityIsRefused() {
        String code = draft(Map.of());
        approve("truongphong", code, "userTask_approveDivision");
        enter("giamdoc", authority("giamdoc", "truongphong", "SIGN_COVENANT", 3, 3));
        jobs.runDue();
        assertThatThrownBy(() -> approve("truongphong", code, "userTask_approveDirector"))
                .hasMessageContaining("không thuộc phạm vi TUQ.").hasMessageContaining("Ký giao ước");
        assertThat(task(paper(code), "userTask_approveDirector").getAssignee()).isNull();
    }

    @Test
    void drafterAppraiserAndSignerStayDifferentPersons() {
        String code = draft(Map.of());
        approve("truongphong", code, "userTask_approveDivision");
        enter("giamdoc", authority("giamdoc", "truongphong", "APPROVE_PAPER", 3, 3));
        jobs.runDue();
        assertThatThrownBy(() -> approve("truongphong", code, "userTask_approveDirector"))
                .hasMessageContaining("phải là những người khác nhau");
        absences.end(officials.actor("giamdoc"), view("giamdoc", "truongphong").code(), null);
        jobs.runDue(); // the deputy does not keep what it took and may not do
        approve("giamdoc", code, "userTask_approveDirector");
        approve("vanphong", code, "userTask_checkForm");
        enter("chutich", authority("chutich", "giamdoc", "SIGN_PAPER", 3, 3));
        jobs.runDue();
        assertThatThrownBy(() -> approve("giamdoc", code, "userTask_signPaper")).hasMessageContaining("phải là những người khác nhau");
    }

    @Test
    void aCovenantIsSignedTuqAsTheAbsenceSays() {
        String key = agreed(2040, List.of("sct", "sxd"));
        position("canbo.sct", "Trưởng phòng Kế hoạch, Sở Công Thương");
        enter("thutruong.sct", authority("thutruong.sct", "canbo.sct", "SIGN_COVENANT", 3, 3));
        enter("thutruong.sxd", work("thutruong.sxd", "canbo.sxd", 0, 3));
        jobs.runDue();
        Map<String, Object> signature = new HashMap<>(signature(key));
        signing.proveIdentity(officials.actor("canbo.sct"), key, "sct", "trial", covenant(key).digest());
        assertThatThrownBy(() -> officials.complete("canbo.sct", part(key, "sct"), "userTask_signCovenant", signature))
                .as("not as head").isInstanceOf(InvalidInput.class);
        signature.put("ground", "TUQ");
        signature.put("scope", "mọi việc");
        assertThat(form("canbo.sct", task(part(key, "sct"), "userTask_signCovenant")).get("initial").toString()).contains("12/GUQ");
        officials.complete("canbo.sct", part(key, "sct"), "userTask_signCovenant", signature);
        jobs.runDue();
        assertThat(jdbc.sql("select capacity || '|' || ground || '|' || ground_document || '|' || ground_scope from covenant_signature where signed_by = "
                + "'canbo.sct' and ground = 'TUQ' order by signed_at desc limit 1").query(String.class).single())
                .startsWith("TUQ. GIÁM ĐỐC SỞ\nTRƯỞNG PHÒNG KẾ HOẠCH, SỞ CÔNG THƯƠNG|TUQ|12/GUQ").contains("|Ký giao ước, phụ lục; xác nhận bản ký giấy")
                .doesNotContain("mọi việc");
        assertThatThrownBy(() -> officials.complete("canbo.sxd", part(key, "sxd"), "userTask_signCovenant", signature))
                .as("deputises for work only: an authority of its own is missing").isInstanceOfSatisfying(InvalidInput.class,
                        wrong -> assertThat(wrong.errors()).extracting("field").contains("document", "date", "until"));
        tasks.setAssignee(task(part(key, "sxd"), "userTask_signCovenant").getId(), null);
        sign(key, "sxd"); // who is absent is not locked out
    }

    // ---- one absence after another ----------------------------------------------------------------------------------

    @Test
    void whatADeputyTookOverGoesBackBeforeItIsAbsentItself() {
        String code = draftInHand();
        enter("chuyenvien", work("chuyenvien", "truongphong", 0, 2));
        String own = enter("truongphong", work("truongphong", "phogiamdoc.snv", 3, 5));
        jobs.runDue();
        assertThat(task(code, "userTask_draftPlan").getAssignee()).isEqualTo("truongphong");
        trialClock.moveTo(clock.instant().plus(Duration.ofDays(3)));
        absences.handOver(own); // before the job that gives back
        assertThat(task(code, "userTask_draftPlan")).satisfies(task -> {
            assertThat(task.getAssignee()).as("not passed on").isEqualTo("chuyenvien");
            assertThat(task.getOwner()).isNull();
        });
        jobs.runDue();
        assertThat(task(code, "userTask_draftPlan").getAssignee()).isEqualTo("chuyenvien");
    }

    @Test
    void whoIsAbsentAgainGetsNothingBackButItsNextDeputyDoes() {
        String code = draftInHand();
        String first = enter("chuyenvien", work("chuyenvien", "truongphong", 0, 2));
        String second = enter("chuyenvien", work("chuyenvien", "phogiamdoc.snv", 3, 5));
        jobs.runDue();
        trialClock.moveTo(clock.instant().plus(Duration.ofDays(3)));
        absences.handOver(second); // finds nothing in the absent person's hands yet
        absences.giveBack(first);
        assertThat(task(code, "userTask_draftPlan")).satisfies(task -> {
            assertThat(task.getAssignee()).isEqualTo("phogiamdoc.snv");
            assertThat(task.getOwner()).isEqualTo("chuyenvien");
        });
        jobs.runDue();
        forward(Duration.ofDays(3));
        assertThat(task(code, "userTask_draftPlan").getAssignee()).isEqualTo("chuyenvien");
    }

    @Test
    void aDeputyGetsNoTaskThatTheAbsentPersonItselfMayNoLongerHold() {
        List<PersonData.Membership> here = List.of(new PersonData.Membership("snv", false));
        organisation.savePerson(new PersonData("tam.giu", "Nguyễn Văn", "Giữ", null, true, here, List.of("snv-specialist")));
        try {
            String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE));
            jobs.runDue();
            claim("tam.giu", task(code, "userTask_draftPlan"));
            organisation.savePerson(new PersonData("tam.giu", "Nguyễn Văn", "Giữ", null, true, here, List.of()));
            enter("admin", work("tam.giu", "phogiamdoc.snv", 0, 2));
            jobs.runDue();
            assertThat(task(code, "userTask_draftPlan").getAssignee()).as("left to its group").isNull();
        } finally {
            organisation.savePerson(new PersonData("tam.giu", "Nguyễn Văn", "Giữ", null, false, List.of(), List.of()));
        }
    }

    @Test
    void whatAHeadDoesForItsOwnUnitIsNotRecordedForTheChairman() {
        String unit = units.add("uyquyen");
        String head = "thutruong." + unit;
        Map<String, Object> plan = new HashMap<>(planData());
        plan.put("unitKinds", List.of("COOPERATIVE"));
        String key = recorded(plan) + "/" + unit;
        write(key, "canbo." + unit);
        String absence = enter("chutich", new AbsenceDraft("chutich", today(), today().plusDays(3), head, AbsenceGround.TUQ,
                List.of("SIGN_PAPER"), "12/GUQ", today().minusDays(1), today().plusDays(3), null));
        jdbc.sql("update absence set acts = '{SIGN_PAPER,APPROVE_UNIT}' where code = ?").param(absence).update(); // as it could be entered once
        jobs.runDue();
        try {
            headDecides(key, head, "APPROVE", null);
            assertThat(deputyActs.ofCase(key)).as("its own unit's answer").isEmpty();
            assertThat(history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(key).taskDefinitionKey("userTask_approveResponse")
                    .singleResult().getOwner()).isNull();
        } finally {
            absences.end(officials.actor("admin"), absence, "Hết phép thử");
            jobs.runDue();
            units.remove();
        }
    }

    // ---- declared in Tasklist ---------------------------------------------------------------------------------------

    @Test
    void everybodyDeclaresAnAbsenceInTasklistUnderTheRulesOfThePage() throws IOException {
        for (String user : List.of("canbo.sgddt", "chutich", "giamdoc", "admin")) {
            HttpResponse<String> form = Http.session(port, user).send("GET", "/api/forms/start/absence", null);
            assertThat(form.statusCode()).as(user + form.body()).isEqualTo(200);
            assertThat(json.readTree(form.body()).path("view").path("options").path("person").asText()).isEqualTo(user);
        }
        Http official = Http.session(port, "canbo.sgddt");
        String wrong = "{\"person\":\"canbo.sgddt\",\"from\":\"%s\",\"ground\":\"WORK\"}".formatted(today().minusDays(1));
        HttpResponse<String> page = official.send("POST", "/api/v1/absences", wrong);
        HttpResponse<String> tasklist = official.send("POST", "/api/forms/start/absence/validate", "{\"data\":" + wrong + "}");
        assertThat(tasklist.statusCode()).isEqualTo(422).isEqualTo(page.statusCode());
        assertThat(json.readTree(tasklist.body()).path("errors")).isEqualTo(json.readTree(page.body()).path("errors")).hasSize(3);
        assertThat(official.send("POST", "/api/forms/start/absence/validate", ("{\"data\":{\"person\":\"canbo.syt\",\"from\":\"%s\",\"to\":\"%s\","
                + "\"deputy\":\"thutruong.syt\",\"ground\":\"WORK\"}}").formatted(today(), today())).statusCode()).as("another unit's").isEqualTo(403);
        String definition = "/camunda/api/engine/engine/default/process-definition/key/absence/submit-form";
        assertThat(official.send("POST", definition, "{\"variables\":{}}").statusCode()).as("nothing was checked").isGreaterThanOrEqualTo(400);
        String good = "{\"data\":{\"person\":\"canbo.sgddt\",\"from\":\"%s\",\"to\":\"%s\",\"deputy\":\"thutruong.sgddt\",\"ground\":\"WORK\"}}"
                .formatted(today(), today().plusDays(1));
        assertThat(official.send("POST", "/api/forms/start/absence/validate", good).statusCode()).isEqualTo(200);
        assertThat(official.send("POST", definition, "{\"variables\":{}}").statusCode()).isEqualTo(200);
        jobs.runDue();
        AbsenceView entered = absences.list(officials.actor("canbo.sgddt")).get(0);
        assertThat(entered.status()).isEqualTo("IN_EFFECT");
        assertThat(entered.enteredByName()).isNotBlank().isNotEqualTo("canbo.sgddt");
        assertThat(officials.actor("thutruong.sgddt").standsIn()).isTrue();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(entered.code()).count()).isEqualTo(1);
    }

    @Test
    void aHeadDeclaresForItsPeopleAndADeputyForItselfInItsOwnName() {
        enter("chuyenvien", work("chuyenvien", "truongphong", 0, 1));
        jobs.runDue();
        Map<String, Object> own = new HashMap<>(Map.of("person", "truongphong", "from", today().plusDays(5).toString(), "to", today().plusDays(6).toString(),
                "deputy", "phogiamdoc.snv", "ground", "WORK"));
        String code = officials.start("truongphong", "absence", own);
        assertThat(view(code).enteredBy()).isEqualTo("truongphong");
        assertThat(deputyActs.ofCase(code)).as("in nobody's place").isEmpty();
        own.put("person", "chuyenvien2");
        assertThatThrownBy(() -> officials.start("truongphong", "absence", own)).isInstanceOf(NotAllowed.class);
        assertThat(view(officials.start("giamdoc", "absence", own)).personName()).isNotBlank();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("absence").count()).isEqualTo(3);
    }

    // ---- what can be entered ----------------------------------------------------------------------------------------

    @Test
    void noChainNoOverlapNoPassingOn() {
        enter("chuyenvien", work("chuyenvien", "truongphong", 1, 5));
        refused("person", "không được giao lại", work("truongphong", "phogiamdoc.snv", 5, 6));
        refused("from", "Đã nhập vắng mặt", work("chuyenvien", "phogiamdoc.snv", 4, 9));
        refused("deputy", "cũng vắng mặt", work("chuyenvien2", "chuyenvien", 2, 3));
        enter("truongphong", work("truongphong", "phogiamdoc.snv", 6, 7)); // the day after
        forward(Duration.ofDays(1));
        assertThat(officials.actor("truongphong").groups()).contains("snv-specialist");
        absences.end(officials.actor("admin"), view("truongphong", "phogiamdoc.snv").code(), null);
    }

    @Test
    void whatIsMissingIsToldAtItsField() {
        refused("from", "hôm nay", work("chuyenvien", "truongphong", -1, 2));
        refused("to", "trước ngày bắt đầu", work("chuyenvien", "truongphong", 3, 2));
        refused("to", "tối đa 180 ngày", work("chuyenvien", "truongphong", 0, 180));
        refused("deputy", "Chọn người", work("chuyenvien", null, 0, 2));
        refused("deputy", "người khác", work("chuyenvien", "chuyenvien", 0, 2));
        refused("deputy", "cùng đơn vị", work("chuyenvien", "canbo.sgddt", 0, 2));
        refused("deputy", "cấp phó", signing("giamdoc", "truongphong", AbsenceGround.KT, "APPROVE_PAPER"));
        refused("ground", "người đứng đầu", signing("chuyenvien", "truongphong", AbsenceGround.TUQ, "APPROVE_PAPER"));
        for (AbsenceGround ground : List.of(AbsenceGround.TL, AbsenceGround.TUQ)) {
            refused("deputy", "chỉ giao cho người đứng đầu", signing("giamdoc", "chuyenvien2", ground, "APPROVE_PAPER"));
            refused("deputy", "chỉ giao cho người đứng đầu", signing("giamdoc", "phogiamdoc.snv", ground, "APPROVE_PAPER"));
        }
        organisation.savePerson(new PersonData("phogiamdoc.snv", "Bế Văn", "Thắng", "Phó Giám đốc Sở Nội vụ", true,
                List.of(new PersonData.Membership("snv", true)), List.of())); // approves for its Sở, and is not its head
        refused("deputy", "chỉ giao cho người đứng đầu", signing("chutich", "phogiamdoc.snv", AbsenceGround.TUQ, "SIGN_PAPER"));
        assertThat(absences.options(officials.actor("giamdoc"), null).deputies()).filteredOn(candidate -> candidate.grounds().contains(AbsenceGround.TUQ))
                .extracting("userId").containsExactly("truongphong");
        refused("acts", "không được TL.", signing("giamdoc", "truongphong", AbsenceGround.TL, "SIGN_PAPER"));
        refused("acts", "không giao lại được: Ký văn bản của Ủy ban nhân dân tỉnh.", signing("giamdoc", "truongphong", AbsenceGround.TUQ, "SIGN_PAPER"));
        refused("acts", "không giao lại được: Duyệt dự thảo, ký tờ trình.", signing("thutruong.sgddt", "canbo.sgddt", AbsenceGround.TUQ, "APPROVE_PAPER"));
        assertThatThrownBy(() -> enter("giamdoc", signing("giamdoc", "truongphong", AbsenceGround.TUQ, null))).isInstanceOfSatisfying(
                InvalidInput.class, wrong -> assertThat(wrong.errors()).extracting("field").contains("document", "documentDate", "validUntil", "acts"));
        assertThatThrownBy(() -> enter("chuyenvien", work("chuyenvien2", "truongphong", 0, 2))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> enter("thutruong.sgddt", work("chuyenvien2", "truongphong", 0, 2))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void nobodyIsOfferedWhatItMayNotHandOn() {
        assertThat(offered("giamdoc", AbsenceGround.TUQ)).containsExactlyInAnyOrder("APPROVE_UNIT", "APPROVE_PAPER", "SIGN_COVENANT", "SIGN_REPORT");
        assertThat(offered("thutruong.sgddt", AbsenceGround.TUQ)).containsExactlyInAnyOrder("APPROVE_UNIT", "SIGN_COVENANT", "SIGN_REPORT");
        assertThat(offered("truongphong", AbsenceGround.KT)).containsExactly("APPROVE_PAPER");
        assertThat(offered("chutich", AbsenceGround.KT)).containsExactly("SIGN_PAPER");
        assertThat(offered("chutich", AbsenceGround.TL)).isEmpty();
        assertThat(absences.options(officials.actor("chutich"), null).deputies()).isNotEmpty()
                .noneMatch(deputy -> deputy.grounds().contains(AbsenceGround.TL));
        assertThat(offered("chuyenvien", AbsenceGround.KT)).isEmpty();
    }

    private List<String> offered(String person, AbsenceGround ground) {
        return absences.options(officials.actor(person), null).acts().stream().filter(act -> act.grounds().contains(ground)).map(act -> act.code()).toList();
    }

    /** What the table says of who does an act is what the models say of whose task it is. */
    @Test
    void actsAreHeldByTheGroupsOfTheirTasks() {
        repository.createProcessDefinitionQuery().latestVersion().list().forEach(process ->
                repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class).forEach(task -> {
                    String act = taskActs.of(process.getKey() + "/" + task.getId().substring("userTask_".length()));
                    if (!"WORK".equals(act)) {
                        List<String> holders = jdbc.sql("select holder from act_holder where act = ?").param(act).query(String.class).list();
                        assertThat(task.getCamundaCandidateGroupsList()).as(task.getId()).allSatisfy(group ->
                                assertThat(holders).contains(group.startsWith("${") ? "UNIT_LEAD" : group));
                    }
                }));
    }

    @Test
    void theLastDayOfSigningIsTheAuthoritysNotTheAbsences() {
        assertThat(view(enter("chutich", authority("chutich", "thutruong.sgddt", "SIGN_PAPER", 4, 1))).signsUntil()).isEqualTo(today().plusDays(1));
        assertThat(view(enter("giamdoc", authority("giamdoc", "truongphong", "SIGN_COVENANT", 3, 9))).signsUntil()).isEqualTo(today().plusDays(3));
        assertThat(view(enter("chuyenvien", work("chuyenvien", "chuyenvien2", 0, 3))).signsUntil()).isNull();
    }

    // ---- taken back -------------------------------------------------------------------------------------------------

    @Test
    void theHeadTakesBackATaskThatNobodyComesBackTo() {
        String code = draftInHand();
        String task = task(code, "userTask_draftPlan").getId();
        assertThat(heldTasks.list(officials.actor("giamdoc"))).extracting("taskId").contains(task);
        assertThat(heldTasks.list(officials.actor("thutruong.sgddt"))).extracting("taskId").doesNotContain(task);
        assertThatThrownBy(() -> heldTasks.release(officials.actor("thutruong.sgddt"), task, "Không về")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> heldTasks.release(officials.actor("giamdoc"), task, " ")).isInstanceOf(InvalidInput.class);
        heldTasks.release(officials.actor("giamdoc"), task, "Nghỉ ốm chưa rõ ngày về");
        assertThat(task(code, "userTask_draftPlan").getAssignee()).isNull();
        assertThat(tasks.getTaskComments(task)).singleElement().satisfies(comment ->
                assertThat(comment.getFullMessage()).contains("Trần Quang Vinh thu lại việc: Nghỉ ốm"));
        assertThat(jdbc.sql("select holder || ' ' || released_by from task_release where task_id = ?").param(task).query(String.class).single())
                .isEqualTo("chuyenvien giamdoc");
        assertThat(form("chuyenvien2", task(code, "userTask_draftPlan")).get("draft").toString()).contains("bản nháp");
    }

    @Test
    void theHeadTakesBackWhatDeactivatedAccountsHold() {
        String unit = units.add("giu");
        String official = "canbo." + unit;
        String head = "thutruong." + unit;
        try {
            Map<String, Object> plan = new HashMap<>(planData());
            plan.put("unitKinds", List.of("COOPERATIVE"));
            List<Task> held = new ArrayList<>();
            for (List<PersonData.Membership> kept : List.of(List.of(new PersonData.Membership(unit, false)), List.<PersonData.Membership>of())) {
                organisation.savePerson(new PersonData(official, "Nguyễn Văn", "Tạm", null, true, List.of(new PersonData.Membership(unit, false)), List.of()));
                String key = recorded(plan) + "/" + unit;
                claim(official, task(key, "userTask_writeResponse"));
                organisation.savePerson(new PersonData(official, "Nguyễn Văn", "Tạm", null, false, kept, List.of()));
                held.add(task(key, "userTask_writeResponse"));
            }
            for (Task task : held) {
                assertThat(heldTasks.list(officials.actor(head))).filteredOn(one -> one.taskId().equals(task.getId())).singleElement().satisfies(one -> {
                    assertThat(one.gone()).isTrue();
                    assertThat(one.holderName()).isEqualTo("Nguyễn Văn Tạm");
                });
                assertThat(heldTasks.list(officials.actor("thutruong.sgddt"))).extracting("taskId").doesNotContain(task.getId());
                assertThatThrownBy(() -> heldTasks.release(officials.actor("thutruong.sgddt"), task.getId(), "Thôi việc")).isInstanceOf(NotAllowed.class);
                heldTasks.release(officials.actor(head), task.getId(), "Đã thôi việc");
                assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isNull();
            }
        } finally {
            units.remove();
        }
    }

    @Test
    void aNewHeadTakesBackWhatTheFormerHeadHolds() {
        String unit = units.add("truong");
        String former = "thutruong." + unit;
        try {
            Map<String, Object> plan = new HashMap<>(planData());
            plan.put("unitKinds", List.of("COOPERATIVE"));
            String key = recorded(plan) + "/" + unit;
            write(key, "canbo." + unit);
            Task approval = task(key, "userTask_approveResponse");
            claim(former, approval);
            List<PersonData.Membership> leads = List.of(new PersonData.Membership(unit, true));
            organisation.savePerson(new PersonData("moi." + unit, "Nguyễn Văn", "Mới", null, true, leads, List.of()));
            assertThatThrownBy(() -> heldTasks.release(officials.actor("moi." + unit), approval.getId(), "Đổi người")).as("both lead")
                    .isInstanceOf(NotAllowed.class);
            organisation.savePerson(new PersonData(former, "Nguyễn Văn", "Tạm", null, false, leads, List.of()));
            assertThat(heldTasks.list(officials.actor("moi." + unit))).extracting("taskId").contains(approval.getId());
            heldTasks.release(officials.actor("moi." + unit), approval.getId(), "Đã nghỉ hưu");
            assertThat(tasks.createTaskQuery().taskId(approval.getId()).singleResult().getAssignee()).isNull();
        } finally {
            units.remove();
        }
    }

    @Test
    void whatChangedHandsMeanwhileIsNotTakenFromSomebodyElse() {
        String code = draftInHand();
        AbsenceFlow.HeldTask seen = flow.held(task(code, "userTask_draftPlan").getId());
        tasks.setAssignee(seen.taskId(), "chuyenvien2");
        assertThatThrownBy(() -> flow.release(seen, "Thu lại")).isInstanceOf(ConflictRefusal.class).hasMessageContaining("có người khác nhận");
        assertThat(task(code, "userTask_draftPlan").getAssignee()).isEqualTo("chuyenvien2");
        assertThat(tasks.getTaskComments(seen.taskId())).isEmpty();
        tasks.setAssignee(seen.taskId(), null);
    }

    // ---- words of the tests -----------------------------------------------------------------------------------------

    private void claim(String user, Task task) {
        officials.as(user, () -> {
            tasks.claim(task.getId(), user);
            return null;
        });
    }

    /** Until the end of the test. */
    private void position(String user, String position) {
        positions.putIfAbsent(user, jdbc.sql("select position from person where user_id = ?").param(user).query(String.class).single());
        jdbc.sql("update person set position = ? where user_id = ?").params(position, user).update();
    }

    private String enter(String by, AbsenceDraft draft) {
        return absences.enter(officials.actor(by), draft);
    }

    private void refused(String field, String message, AbsenceDraft draft) {
        assertThatThrownBy(() -> enter("admin", draft)).isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.errors())
                .anySatisfy(error -> {
                    assertThat(error.field()).isEqualTo(field);
                    assertThat(error.message()).contains(message);
                }));
    }

    private AbsenceDraft work(String person, String deputy, int from, int to) {
        return new AbsenceDraft(person, today().plusDays(from), today().plusDays(to), deputy, AbsenceGround.WORK, null, null, null, null, "Đi công tác");
    }

    private AbsenceDraft signing(String person, String deputy, AbsenceGround ground, String act) {
        return new AbsenceDraft(person, today(), today().plusDays(2), deputy, ground, act == null ? null : List.of(act), null, null, null, null);
    }

    private AbsenceDraft authority(String person, String deputy, String act, int to, int until) {
        LocalDate signed = today().minusDays(1);
        return new AbsenceDraft(person, today(), today().plusDays(to), deputy, AbsenceGround.TUQ, List.of(act), "12/GUQ", signed,
                today().plusDays(until), null);
    }

    private AbsenceView view(String code) {
        return absences.get(officials.actor("admin"), code);
    }

    private AbsenceView view(String person, String deputy) {
        return absences.list(officials.actor("admin")).stream().filter(view -> view.person().equals(person) && view.deputy().equals(deputy)
                && !view.status().equals("ENDED")).findFirst().orElseThrow();
    }

    /** A campaign whose draft the specialist has begun. */
    private String draftInHand() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE));
        jobs.runDue();
        String task = task(code, "userTask_draftPlan").getId();
        officials.as("chuyenvien", () -> {
            tasks.claim(task, "chuyenvien");
            return taskForms.save(officials.actor("chuyenvien"), task, json.valueToTree(Map.of("purpose", "bản nháp")));
        });
        return code;
    }

    private Map<String, Object> form(String user, Task task) {
        return officials.as(user, () -> taskForms.load(officials.actor(user), task.getId()));
    }

    private Task task(String businessKey, String key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(key).singleResult();
    }

    private PaperStep step(String code, ApprovalStep step) {
        return papers.get(paper(code)).steps().stream().filter(done -> done.step() == step).reduce((first, last) -> last).orElseThrow();
    }
}
