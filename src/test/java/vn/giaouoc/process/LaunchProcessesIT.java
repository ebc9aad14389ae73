package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.giaouoc.campaign.PlanDraft;
import vn.giaouoc.campaign.Registered;
import vn.giaouoc.document.ApprovalStep;
import vn.giaouoc.document.PaperStep.Decision;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;

/** Every path from the first draft to the answers of the units. */
class LaunchProcessesIT extends ProcessTest {

    // ---- campaign ---------------------------------------------------------------------------------------------------

    @Test
    void aDraftIsCommentedFinishedApprovedNumberedAndOpenedToTheUnits() {
        String code = draft(Map.of("commentUnits", List.of("sgddt", "syt")));
        assertThat(openTasks(code)).containsExactly("userTask_commentPlan", "userTask_commentPlan");
        comment("canbo.sgddt", code, true, null);
        assertThatThrownBy(() -> comment("canbo.syt", code, false, null)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Nhập nội dung góp ý.");
        comment("canbo.syt", code, false, "Bổ sung chỉ tiêu y tế cơ sở.");
        finish(code);
        approveAll(code, "chutich");
        register(code, nextNumber());
        assertThat(queries.counts(code)).satisfies(counts -> {
            assertThat(counts.total()).isEqualTo(18);
            assertThat(counts.open()).isEqualTo(18);
            assertThat(counts.failedBatches()).isZero();
        });
        assertThat(openTasks(code)).containsExactly("userTask_followCampaign");
        assertThat(queries.comments(code)).extracting("unitCode", "agree")
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("sgddt", true), org.assertj.core.groups.Tuple.tuple("syt", false));
    }

    @Test
    void unitsThatCommentAtTheSameMomentDoNotMakeEachOthersClickFail() throws Exception {
        List<String> units = List.of("sgddt", "syt", "stc", "sct", "sxd", "sgtvt");
        String code = draft(Map.of("commentUnits", units));
        var together = new CyclicBarrier(units.size());
        try (var clicks = new Clicks(units.size())) {
            for (String unit : units) {
                clicks.add(() -> {
                    together.await();
                    officials.complete("canbo." + unit, code, "userTask_commentPlan", Map.of("agree", true));
                    return null;
                });
            }
        }
        jobs.runDue();
        assertThat(openTasks(code)).containsExactly("userTask_finishPlan");
        assertThat(queries.comments(code)).allSatisfy(comment -> assertThat(comment.agree()).isTrue());
    }

    @Test
    void unitsThatDoNotCommentInTimeDoNotHoldTheDraftUp() {
        String code = draft(Map.of("commentUnits", List.of("sgddt", "syt"), "commentDays", 2));
        comment("canbo.syt", code, true, null);
        forward(Duration.ofDays(8));
        assertThat(openTasks(code)).containsExactly("userTask_finishPlan");
        assertThat(queries.comments(code)).filteredOn(comment -> comment.at() == null).extracting("unitCode").containsExactly("sgddt");
    }

    @Test
    void thePlanReturnsToTheDrafterAndToEachEarlierStepWithTheReason() {
        String code = draft(Map.of());
        decide("truongphong", code, "userTask_approveDivision", "RETURN", "DRAFT", "Nêu rõ chỉ tiêu.");
        assertThat(openTasks(code)).containsExactly("userTask_finishPlan");
        finish(code);
        approve("truongphong", code, "userTask_approveDivision");
        decide("giamdoc", code, "userTask_approveDirector", "RETURN", "DIVISION", "Rà soát lại.");
        approve("truongphong", code, "userTask_approveDivision");
        approve("giamdoc", code, "userTask_approveDirector");
        decide("vanphong", code, "userTask_checkForm", "RETURN", "DIRECTOR", "Sai thể thức.");
        approve("giamdoc", code, "userTask_approveDirector");
        approve("vanphong", code, "userTask_checkForm");
        decide("phochutich", code, "userTask_signPaper", "RETURN", "OFFICE", "Kiểm tra căn cứ.");
        approve("vanphong", code, "userTask_checkForm");
        approve("phochutich", code, "userTask_signPaper");
        assertThatThrownBy(() -> decide("vanthu", code, "userTask_registerPaper", "RETURN", "SIGN", " "))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("Nêu rõ lý do.");
        decide("vanthu", code, "userTask_registerPaper", "RETURN", "SIGN", "Chữ ký chưa rõ.");
        approve("phochutich", code, "userTask_signPaper");
        register(code, nextNumber());
        assertThat(papers.get(code + "/KH")).satisfies(paper -> {
            assertThat(paper.issued()).isTrue();
            assertThat(paper.signerCapacity()).isEqualTo("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
            assertThat(paper.steps()).filteredOn(step -> step.decision() == Decision.RETURN).extracting("reason")
                    .containsExactly("Nêu rõ chỉ tiêu.", "Rà soát lại.", "Sai thể thức.", "Kiểm tra căn cứ.", "Chữ ký chưa rõ.");
        });
    }

    @Test
    void onlyTheChairmanRefusesAndARefusedPlanIsNeverIssued() {
        String code = draft(Map.of());
        approve("truongphong", code, "userTask_approveDivision");
        approve("giamdoc", code, "userTask_approveDirector");
        approve("vanphong", code, "userTask_checkForm");
        assertThatThrownBy(() -> decide("phochutich", code, "userTask_signPaper", "REFUSE", null, "Chưa cần thiết."))
                .isInstanceOf(NotAllowed.class);
        tasks.setAssignee(tasks.createTaskQuery().processInstanceBusinessKey(code + "/KH").singleResult().getId(), null);
        decide("chutich", code, "userTask_signPaper", "REFUSE", null, "Chưa cần thiết.");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).count()).isZero();
        assertThat(queries.summary(officials.actor("giamsat"), code).status()).isEqualTo("REFUSED");
        assertThatThrownBy(() -> launch.issue(code)).isInstanceOf(ConflictRefusal.class);
        assertThat(participants(code)).isZero();
    }

    @Test
    void drafterAppraiserAndSignerAreDifferentPersons() {
        String code = draft(Map.of());
        assertThatThrownBy(() -> papers.decide(code + "/KH", ApprovalStep.DIVISION,
                new Actor("chuyenvien", Set.of("snv-division-head")), Decision.APPROVE, null, null)).isInstanceOf(NotAllowed.class);
        approve("truongphong", code, "userTask_approveDivision");
        approve("giamdoc", code, "userTask_approveDirector");
        assertThatThrownBy(() -> papers.decide(code + "/KH", ApprovalStep.SIGN,
                new Actor("truongphong", Set.of("chairman")), Decision.APPROVE, null, null)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void anOverdueStepIsNotedAndStaysWhereItIs() {
        String code = draft(Map.of());
        for (String[] step : new String[][]{{"truongphong", "userTask_approveDivision"}, {"giamdoc", "userTask_approveDirector"},
                {"vanphong", "userTask_checkForm"}, {"chutich", "userTask_signPaper"}}) {
            forward(Duration.ofDays(15));
            assertThat(openTasks(code + "/KH")).containsExactly(step[1]);
            approve(step[0], code, step[1]);
        }
        forward(Duration.ofDays(15));
        register(code, nextNumber());
        assertThat(papers.get(code + "/KH").steps()).filteredOn(step -> step.decision() == Decision.OVERDUE).extracting("step")
                .containsExactly(ApprovalStep.DIVISION, ApprovalStep.DIRECTOR, ApprovalStep.OFFICE, ApprovalStep.SIGN, ApprovalStep.REGISTER);
    }

    @Test
    void aProvinceSwitchesStepsOffByData() {
        jdbc.sql("update approval_step set enabled = false where code in ('DIVISION', 'DIRECTOR', 'OFFICE')").update();
        try {
            String code = draft(Map.of());
            assertThat(openTasks(code + "/KH")).containsExactly("userTask_signPaper");
            approve("chutich", code, "userTask_signPaper");
            register(code, nextNumber());
        } finally {
            jdbc.sql("update approval_step set enabled = true").update();
        }
        assertThatThrownBy(() -> jdbc.sql("update approval_step set enabled = false where code = 'SIGN'").update())
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void anotherSystemSubmitsADraftOnceHoweverOftenItAsks() {
        Actor system = officials.actor("tichhop");
        String reference = "ref-" + UUID.randomUUID();
        PlanDraft draft = new PlanDraft(plan(), List.of(), null, Map.of(), List.of());
        Registered first = campaigns.register(system, reference, "d".repeat(64), draft, null);
        assertThat(campaigns.register(system, reference, "d".repeat(64), draft, null)).isEqualTo(new Registered(first.code(), false));
        assertThatThrownBy(() -> campaigns.register(system, reference, "e".repeat(64), draft, null))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining(first.code());
        jobs.runDue();
        assertThat(openTasks(first.code() + "/KH")).containsExactly("userTask_approveDivision");
        assertThatThrownBy(() -> campaigns.register(officials.actor("canbo.sgddt"), "x", "d".repeat(64), draft, null))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aPlanIssuedOutsideWithUnknownNumberOpensAndAsksTheClerk() {
        String code = officials.start("chuyenvien", Map.of("route", "OUTSIDE", "type", "PEAK", "title", TITLE));
        jobs.runDue();
        Map<String, Object> data = planData();
        data.putAll(Map.of("issuer", "UBND tỉnh", "issueDate", today().toString(), "signerName", "Nguyễn Văn Thành",
                "signerTitle", "Chủ tịch", "numberUnknown", true, "files", List.of(file("chuyenvien"))));
        assertThatThrownBy(() -> officials.complete("chuyenvien", code, "userTask_recordPlan", data))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors()).extracting("field").containsExactly("reasons.C04"));
        data.put("reasons", Map.of("C04", "Bản đăng trên báo không ghi số."));
        officials.complete("chuyenvien", code, "userTask_recordPlan", data);
        jobs.runDue();
        assertThat(openTasks(code)).containsExactlyInAnyOrder("userTask_followCampaign", "userTask_supplyNumber");
        assertThat(participants(code)).isEqualTo(18);
        assertThatThrownBy(() -> officials.complete("vanthu", code, "userTask_supplyNumber", Map.of("number", "")))
                .isInstanceOf(InvalidInput.class);
        officials.complete("vanthu", code, "userTask_supplyNumber", Map.of("number", nextNumber() + "/KH-UBND"));
        assertThat(openTasks(code)).containsExactly("userTask_followCampaign");
        assertThatThrownBy(() -> officials.complete("chuyenvien", code, "userTask_followCampaign", Map.of("conclusion", "Xong.")))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining("báo cáo tổng kết chưa được ký");
    }

    @Test
    void anotherSystemRecordsAPlanIssuedOutsideAndItOpensAtOnce() {
        String code = recorded(nextNumber() + "/KH-UBND");
        assertThat(openTasks(code)).containsExactly("userTask_followCampaign");
        assertThat(participants(code)).isEqualTo(18);
    }

    @Test
    void aNumberIsSuggestedOnlyInASeriesThatIsKeptHere() {
        String code = draft(Map.of());
        approveAll(code, "chutich");
        assertThat(papers.suggestedNumber(code + "/KH")).isEmpty();
        jdbc.sql("update number_series set kept_here = true").update();
        try {
            int taken = jdbc.sql("select coalesce(max(number_value), 0) from paper where issue_year = ?").param(today().getYear())
                    .query(Integer.class).single();
            assertThat(papers.suggestedNumber(code + "/KH")).contains(taken + 1);
        } finally {
            jdbc.sql("update number_series set kept_here = false").update();
        }
    }

    @Test
    void aNumberIsTakenOnlyOnceInAYear() {
        String number = nextNumber() + "/KH-UBND";
        recorded(number);
        assertThatThrownBy(() -> recorded(number)).isInstanceOf(InvalidInput.class).hasMessageContaining("đã dùng cho văn bản");
    }

    @Test
    void aFailingBatchBecomesAnIncidentIsRetriedAndNobodyGetsTwoTasks() {
        String code = recordedUnopened(nextNumber() + "/KH-UBND");
        issue(code);
        Job job = openingJob(code);
        jdbc.sql("update deadline_parameter set code = 'HIDDEN' where code = 'RESPONSE_REMIND'").update();
        try {
            while (management.createJobQuery().jobId(job.getId()).singleResult().getRetries() > 0) {
                assertThatThrownBy(() -> management.executeJob(job.getId())).hasStackTraceContaining("RESPONSE_REMIND");
            }
        } finally {
            jdbc.sql("update deadline_parameter set code = 'RESPONSE_REMIND' where code = 'HIDDEN'").update();
        }
        assertThat(runtime.createIncidentQuery().processInstanceId(job.getProcessInstanceId()).count()).isEqualTo(1);
        assertThat(queries.counts(code).failedBatches()).isEqualTo(1);
        assertThat(queries.responses(officials.actor("chuyenvien"), code, "failed", 0, 200).total()).isEqualTo(18);
        assertThat(tasksOfUnits(code)).as("all of the batch or none").isZero();
        officials.as("giamsat", () -> {
            management.setJobRetries(job.getId(), 1);
            return null;
        });
        forward(Duration.ofMinutes(2));
        assertThat(tasksOfUnits(code)).isEqualTo(18);
        launch.openBatch(code, 0);
        assertThat(tasksOfUnits(code)).as("a repeated batch asks nobody twice").isEqualTo(18);
        assertThat(queries.counts(code).failedBatches()).isZero();
    }

    @Test
    void aUnitThatCannotBeGivenWorkIsAnIncidentOfItsOwnAndTheOthersGoOn() {
        jdbc.sql("update membership set leads = false where user_id = 'thutruong.sxd'").update();
        jobs.tolerate("chưa có thủ trưởng");
        String code = recorded(nextNumber() + "/KH-UBND");
        try {
            assertThat(tasksOfUnits(code)).isEqualTo(17);
            assertThat(queries.counts(code)).satisfies(counts -> {
                assertThat(counts.blocked()).isEqualTo(1);
                assertThat(counts.open()).isEqualTo(17);
                assertThat(counts.failedBatches()).isZero();
            });
            assertThat(queries.responses(officials.actor("chuyenvien"), code, "blocked", 0, 10).items()).singleElement()
                    .satisfies(row -> assertThat(row.problem()).isEqualTo("Sở Xây dựng chưa có thủ trưởng có tài khoản hoạt động."));
            failToIncident(code + "/sxd", "chưa có thủ trưởng");
        } finally {
            jdbc.sql("update membership set leads = true where user_id = 'thutruong.sxd'").update();
            jobs.tolerate(null);
        }
        retryAsSupervisor(code + "/sxd");
        assertThat(tasksOfUnits(code)).isEqualTo(18);
        assertThat(queries.response(code, "sxd").status()).isEqualTo("OPEN");
    }

    // ---- unit-response ----------------------------------------------------------------------------------------------

    @Test
    void aUnitAnswersItsHeadSendsBackAndApprovesAndTheReceiverMayReturnIt() {
        String code = recorded(nextNumber() + "/KH-UBND");
        String key = code + "/sgddt";
        write(key, "canbo.sgddt");
        headDecides(key, "thutruong.sgddt", "RETURN", "Bổ sung công trình.");
        assertThat(openTasks(key)).containsExactly("userTask_writeResponse");
        write(key, "canbo.sgddt");
        headDecides(key, "thutruong.sgddt", "APPROVE", null);
        assertThat(openTasks(key)).as("recorded on arrival, no task for the receiver").isEmpty();
        assertThat(queries.counts(code).answered()).isEqualTo(1);
        assertThatThrownBy(() -> responses.returnAnswer(officials.actor("canbo.syt"), code, "sgddt", "Không rõ."))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> responses.returnAnswer(officials.actor("chuyenvien"), code, "sgddt", ""))
                .isInstanceOf(InvalidInput.class);
        responses.returnAnswer(officials.actor("chuyenvien"), code, "sgddt", "Thiếu thời hạn.");
        jobs.runDue();
        assertThat(openTasks(key)).containsExactly("userTask_writeResponse");
        assertThat(queries.counts(code).returned()).isEqualTo(1);
        write(key, "canbo.sgddt");
        headDecides(key, "thutruong.sgddt", "APPROVE", null);
        forward(Duration.ofDays(70));
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count()).isZero();
        assertThatThrownBy(() -> responses.returnAnswer(officials.actor("chuyenvien"), code, "sgddt", "Quá muộn."))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining("Đã hết thời gian");
    }

    @Test
    void whoeverWroteTheAnswerDoesNotApproveIt() {
        String code = recorded(nextNumber() + "/KH-UBND");
        write(code + "/syt", "thutruong.syt");
        assertThatThrownBy(() -> headDecides(code + "/syt", "thutruong.syt", "APPROVE", null)).isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Hãy trả lại");
        headDecides(code + "/syt", "thutruong.syt", "RETURN", "Cán bộ của Sở soạn lại.");
        assertThat(openTasks(code + "/syt")).containsExactly("userTask_writeResponse");
    }

    @Test
    void aUnitIsRemindedBeforeAndItsHeadUrgedAfterTheDeadline() {
        String code = recorded(nextNumber() + "/KH-UBND");
        String key = code + "/stc";
        Instant due = queries.summary(officials.actor("giamsat"), code).responseDueAt();
        trialClock.moveTo(due.minus(Duration.ofDays(1)));
        jobs.runDue();
        assertThat(queries.response(code, "stc").remindedAt()).isNotNull();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult().getPriority()).isEqualTo(70);
        trialClock.moveTo(due.plus(Duration.ofMinutes(1)));
        jobs.runDue();
        assertThat(openTasks(key)).containsExactlyInAnyOrder("userTask_writeResponse", "userTask_urgeUnit");
        assertThat(queries.counts(code).late()).isEqualTo(18);
        officials.complete("thutruong.stc", key, "userTask_urgeUnit",
                Map.of("note", "Thiếu cán bộ.", "promisedDate", today().plusDays(5).toString()));
        assertThat(queries.response(code, "stc").urgeNote()).isEqualTo("Thiếu cán bộ.");
        write(key, "canbo.stc");
        headDecides(key, "thutruong.stc", "APPROVE", null);
        assertThat(queries.response(code, "stc").late()).isTrue();
        assertThat(openTasks(key)).isEmpty();
    }

    @Test
    void theStandingAgencyOfAThemeDraftsFollowsAndReturnsAnswersButDoesNotClose() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "THEMATIC", "title", TITLE, "draftingUnit", "syt"));
        jobs.runDue();
        Map<String, Object> data = planData();
        data.put("unitKinds", List.of("DEPARTMENT", "COMMUNE"));
        data.put("themes", List.of(Map.of("theme", "Y tế cơ sở", "agencyCode", "syt")));
        data.put("otherSubjects", List.of(Map.of("name", "Thôn Khuổi Slương", "communeCode", "xabangvan")));
        officials.complete("canbo.syt", code, "userTask_draftPlan", data);
        jobs.runDue();
        approveAll(code, "chutich");
        register(code, nextNumber());
        assertThat(queries.counts(code).total()).isEqualTo(28);
        write(code + "/sgddt", "canbo.sgddt");
        headDecides(code + "/sgddt", "thutruong.sgddt", "APPROVE", null);
        responses.returnAnswer(officials.actor("canbo.syt"), code, "sgddt", "Thiếu chỉ tiêu y tế.");
        jobs.runDue();
        assertThat(queries.response(code, "sgddt").returnReason()).isEqualTo("Thiếu chỉ tiêu y tế.");
        assertThatThrownBy(() -> responses.returnAnswer(officials.actor("canbo.stc"), code, "sgddt", "x")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> officials.complete("canbo.syt", code, "userTask_followCampaign", Map.of("conclusion", "Xong.")))
                .isInstanceOf(NotAllowed.class);
        officials.complete("canbo.xabangvan", code + "/xabangvan", "userTask_writeResponse", Map.of("ownPlan", false,
                "noPlanReason", "Theo kế hoạch của tỉnh.", "coveredSubjects", List.of(Map.of("name", "Thôn Khuổi Slương"))));
        assertThat(queries.response(code, "xabangvan").answer().coveredSubjects()).extracting("name").containsExactly("Thôn Khuổi Slương");
    }

    // ---- nobody completes past the forms -----------------------------------------------------------------------------

    @Test
    void nothingCompletesOrStartsWithoutItsForm() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "REGULAR", "title", TITLE));
        jobs.runDue();
        String task = tasks.createTaskQuery().processInstanceBusinessKey(code).singleResult().getId();
        assertThatThrownBy(() -> officials.as("chuyenvien", () -> {
            tasks.claim(task, "chuyenvien");
            tasks.complete(task);
            return null;
        })).hasStackTraceContaining("Biểu mẫu chưa được nhập.");
        assertThat(openTasks(code)).containsExactly("userTask_draftPlan");
        assertThatThrownBy(() -> officials.as("chuyenvien", () -> runtime.startProcessInstanceByKey("campaign", "PT-1999-001")))
                .hasStackTraceContaining("không có hồ sơ PT-1999-001");
        assertThatThrownBy(() -> officials.as("chuyenvien", () -> runtime.startProcessInstanceByKey("campaign")))
                .hasStackTraceContaining("Biểu mẫu khởi tạo chưa được nhập");
    }

    /** Clicks of several people at once; ends when all are through and fails when one did. */
    private static final class Clicks implements AutoCloseable {

        private final ExecutorService threads;
        private final List<Future<Void>> running = new ArrayList<>();

        Clicks(int people) {
            this.threads = Executors.newFixedThreadPool(people);
        }

        void add(Callable<Void> click) {
            running.add(threads.submit(click));
        }

        @Override
        public void close() throws Exception {
            try {
                for (Future<Void> click : running) {
                    click.get(60, TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
