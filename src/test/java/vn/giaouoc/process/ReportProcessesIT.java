package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.change.ChangeView;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.report.Gathered;
import vn.giaouoc.report.IndicatorValue;
import vn.giaouoc.report.Period;
import vn.giaouoc.report.ReportKind;
import vn.giaouoc.report.UnitReport;
import vn.giaouoc.report.WorkReport;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/** Every path of the reports of a campaign, from its reporting dates to its archive. */
class ReportProcessesIT extends ProcessTest {

    @Autowired
    private PrintedPapers printed;
    @Autowired
    private Deadlines deadlines;

    private static final List<String> UNITS = List.of("ubmttq", "tinhdoan", "ldld", "hoiphunu", "hoinongdan");
    private static final String RATE = "Tỷ lệ hồ sơ đúng hạn";
    private static final String HOUSES = "Nhà tạm được xóa";
    private static final String INDEX = "PAR-INDEX";

    @Test
    void unitsReportTheAgencyConsolidatesTheReportIsSignedAndTheCampaignEnds() {
        String code = campaign(Map.of("reportingDates", List.of(Map.of("kind", "MIDTERM", "date", today().plusDays(35).toString()))));
        answerWithWorks(code, "ldld");
        Period midterm = opened(code, 1, ReportKind.MIDTERM);
        assertThat(midterm.total()).isEqualTo(5);

        report(code, 1, "ubmttq", figures(90, 10));
        report(code, 1, "tinhdoan", figures(80, 4));
        returnedInside(code);
        report(code, 1, "hoiphunu", Map.of("noActivity", true, "summary", "Chưa bố trí được cán bộ."));
        assertThat(openTasks(Period.caseKey(code, 1))).as("one unit is missing").isEmpty();
        report(code, 1, "hoinongdan", figures(100, 6));
        assertThat(openTasks(Period.caseKey(code, 1))).as("nobody waits for the date when all have reported")
                .containsExactly("userTask_consolidateReport");

        Gathered gathered = consolidation.gathered(code, 1);
        assertThat(gathered.figures()).extracting("indicator", "value", "units").containsExactly(
                tuple(RATE, new BigDecimal("88.75"), 4L), tuple(HOUSES, new BigDecimal("23"), 4L), tuple(INDEX, null, 0L));
        assertThat(gathered.figures().get(0).reached()).isFalse();
        assertThat(gathered.figures().get(0).deviation()).isEqualByComparingTo("-6.25");
        assertThat(gathered.inactive()).containsExactly("Hội Liên hiệp Phụ nữ tỉnh");
        assertThat(gathered.figures()).extracting("previous").as("there was no report before").containsOnlyNulls();
        assertThat(gathered.figures().get(0).baseline()).isEqualByComparingTo("85");
        assertThat(gathered.gaps()).as("who has no activity is named already").isEmpty();
        assertThat(reports.detail(officials.actor("chuyenvien"), code, 1, "ldld")).satisfies(detail -> {
            assertThat(detail.indicators()).extracting("name").containsExactly(RATE, HOUSES);
            assertThat(detail.works()).extracting("title").containsExactly("Công trình chào mừng");
        });
        assertThat(gathered.models()).extracting("name").contains("Tổ tự quản số 3");
        consolidateAndSign(code, 1, true);
        assertThat(printedReport(code)).contains("Xuất phát", "Kỳ trước", "Số đơn vị", "BÁO CÁO", "Sơ kết phong trào");
        assertThat(periods.get(code, 1).status()).isEqualTo("SIGNED");
        assertThat(papers.get(Period.paperOf(code, 1)).number()).endsWith("/BC-UBND");

        finalReport(code);
        closeAndArchive(code);
    }

    /** The head sends the report back once; what the figures say comes only from what the head approved. */
    private void returnedInside(String code) {
        String key = key(code, 1, "ldld");
        assertThatThrownBy(() -> officials.complete("canbo.ldld", key, "userTask_writeReport", works("DROPPED", null)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors()).extracting("field")
                        .containsExactly("works[0].note"));
        officials.complete("canbo.ldld", key, "userTask_writeReport", works("DOING", null));
        decideReport("thutruong.ldld", key, "RETURN", "Bổ sung điển hình.");
        assertThat(openTasks(key)).containsExactly("userTask_writeReport");
        assertThat(consolidation.gathered(code, 1).reported()).isEqualTo(2);
        Map<String, Object> again = works("DOING", "Đạt một nửa.");
        again.put("models", List.of(Map.of("kind", "COLLECTIVE", "name", "Tổ tự quản số 3", "achievement", "Giữ sạch đường làng.")));
        officials.complete("canbo.ldld", key, "userTask_writeReport", again);
        decideReport("thutruong.ldld", key, "APPROVE", null);
        assertThat(works.open(code, "ldld")).as("a work under way stays open").hasSize(1);
    }

    private void finalReport(String code) {
        Period last = opened(code, 2, ReportKind.FINAL);
        assertThat(reports.prefilled(code, 2, "ubmttq").indicators()).extracting("indicator", "value")
                .containsExactly(tuple(RATE, new BigDecimal("9E+1")), tuple(HOUSES, new BigDecimal("1E+1")));
        assertThat(followedUntil(code)).isEqualTo(deadlines.due("CAMPAIGN_FOLLOW", last.consolidateDueAt()).dueAt());
        past(last.dueAt().minus(Duration.ofDays(1)));
        assertThat(reports.view(code, 2, "ubmttq").remindedAt()).isNotNull();
        assertThatThrownBy(() -> report(code, 2, "ubmttq", figures(90, 12))).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field").containsExactly("indicators[0].note"));
        reports.check(officials.actor("canbo.hoiphunu"), code, 2, "hoiphunu", new UnitReport(true, "Chưa bố trí được cán bộ.",
                List.of(new IndicatorValue(RATE, new BigDecimal("50"), null)), List.of(), List.of(), null, null), List.of());
        report(code, 2, "ubmttq", figures(96, 12));
        assertThatThrownBy(() -> officials.complete("canbo.ldld", key(code, 2, "ldld"), "userTask_writeReport", figures(99, 3)))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("mọi công trình, phần việc");
        past(last.dueAt());
        assertThat(openTasks(Period.caseKey(code, 2))).as("late units hold nobody up").containsExactly("userTask_consolidateReport");
        Map<String, Object> done = works("DONE", "Đã bàn giao.");
        done.put("indicators", List.of(Map.of("indicator", RATE, "value", 97)));
        report(code, 2, "ldld", done);
        assertThat(reports.view(code, 2, "ldld").late()).isTrue();
        assertThat(works.open(code, "ldld")).isEmpty();
        assertThat(consolidation.gathered(code, 2)).satisfies(gathered -> {
            assertThat(gathered.missing()).hasSize(3);
            assertThat(gathered.late()).containsExactly("Liên đoàn Lao động tỉnh");
            assertThat(gathered.worksDone()).isEqualTo(1);
            assertThat(gathered.gaps()).containsExactly(new Gathered.Gap(HOUSES, 1, List.of("Liên đoàn Lao động tỉnh")));
            assertThat(gathered.figures().get(2).previous()).isEqualByComparingTo("85.5");
        });
        past(last.consolidateDueAt());
        assertThat(periods.get(code, 2).overdueAt()).isNotNull();
        assertThat(followedUntil(code)).as("following is not late before the report can be signed").isAfter(clock.instant());
        assertThatThrownBy(() -> officials.complete("chuyenvien", code, "userTask_followCampaign", Map.of("conclusion", "Xong.")))
                .isInstanceOf(ConflictRefusal.class);
        consolidateAndSign(code, 2, false);
    }

    private void closeAndArchive(String code) {
        assertThat(openTasks(key(code, 2, "tinhdoan"))).containsExactly("userTask_writeReport");
        officials.complete("chuyenvien", code, "userTask_followCampaign", Map.of("conclusion", "Phong trào đạt mục tiêu."));
        jobs.runDue();
        assertThat(queries.summary(officials.actor("giamsat"), code).status()).isEqualTo("CLOSED");
        assertThat(reports.view(code, 2, "tinhdoan")).satisfies(report -> {
            assertThat(report.status()).isEqualTo("CANCELLED");
            assertThat(report.cancelReason()).isEqualTo("Phong trào đã kết thúc.");
        });
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key(code, 2, "tinhdoan")).singleResult()
                .getDeleteReason()).isEqualTo("Phong trào đã kết thúc.");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKeyLike(code + "%").count()).isZero();
        forward(Duration.ofDays(376)); // a year, and over Tết
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(code + "%").count()).isZero();
        assertThat(queries.summary(officials.actor("giamsat"), code).archivedAt()).isNotNull();
    }

    /** What closing would cut off comes to its end first: the plan's number, a change under way, units that are not opened yet. */
    @Test
    void aCampaignIsNotClosedWhileSomethingOfItsLaunchOrAChangeWaits() throws Exception {
        String code = campaign(null, Map.of("unitKinds", List.of("ARMED_FORCES")));
        past(opened(code, 1, ReportKind.FINAL).dueAt());
        consolidateAndSign(code, 1, false);
        assertNotClosed(code, "kế hoạch chưa có số, ký hiệu");
        officials.complete("vanthu", code, "userTask_supplyNumber", Map.of("number", nextNumber() + "/KH-UBND"));
        changes.begin(officials.actor("chuyenvien"), code, ChangeKind.WITHDRAW);
        jobs.runDue();
        assertNotClosed(code, "đề nghị thu hồi lần 1 đang soạn");
        officials.complete("chuyenvien", ChangeView.caseKey(code, 1), "userTask_draftChange", Map.of("reason", "Không còn cần thiết.",
                "legalGrounds", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"));
        jobs.runDue();
        assertNotClosed(code, "đề nghị thu hồi lần 1 đang trình duyệt");
        decide("truongphong", code + "/TH1", "userTask_approveDivision", "RETURN", "DRAFT", "Vẫn cần thiết.");
        officials.complete("chuyenvien", ChangeView.caseKey(code, 1), "userTask_draftChange", Map.of("abandon", true));
        jobs.runDue();
        jdbc.sql("update participation set status = 'PENDING' where campaign_code = ? and unit_code = 'congan'").param(code).update();
        assertNotClosed(code, "1 đơn vị đang chờ");
        jdbc.sql("update participation set status = 'OPEN' where campaign_code = ? and unit_code = 'congan'").param(code).update();
        closeWhileSomebodyElseBeginsAChange(code);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKeyLike(code + "%").count()).as("nothing stays open").isZero();
        assertThatThrownBy(() -> changes.begin(officials.actor("chuyenvien"), code, ChangeKind.AMEND)).isInstanceOf(ConflictRefusal.class);
    }

    /** Whoever comes second is refused. */
    private void closeWhileSomebodyElseBeginsAChange(String code) throws Exception {
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> closed = threads.submit(() -> done(together, () -> close(code)));
            Future<Boolean> begun = threads.submit(() -> done(together, () -> changes.begin(officials.actor("chuyenvien"), code, ChangeKind.AMEND)));
            assertThat(closed.get()).isNotEqualTo(begun.get());
            if (begun.get()) {
                officials.complete("chuyenvien", ChangeView.caseKey(code, 2), "userTask_draftChange", Map.of("abandon", true));
                close(code);
            }
        } finally {
            threads.shutdownNow();
        }
        jobs.runDue();
    }

    private static boolean done(CyclicBarrier together, Runnable act) throws Exception {
        together.await();
        try {
            act.run();
            return true;
        } catch (RuntimeException e) {
            assertThat(e).hasStackTraceContaining("ConflictRefusal");
            return false;
        }
    }

    private void close(String code) {
        officials.complete("chuyenvien", code, "userTask_followCampaign", Map.of("conclusion", "Phong trào đạt mục tiêu."));
    }

    /** The tổng kết takes the place of an earlier report that nobody signed; how a plan was changed need not be read any more. */
    @Test
    void closingEndsEarlierReportsAndUnreadNotices() {
        String code = campaign(Map.of("unitKinds", List.of("ARMED_FORCES"),
                "reportingDates", List.of(Map.of("kind", "MIDTERM", "date", today().plusDays(35).toString()))));
        past(opened(code, 1, ReportKind.MIDTERM).dueAt());
        consolidate(code, 1);
        changes.begin(officials.actor("chuyenvien"), code, ChangeKind.AMEND);
        jobs.runDue();
        Map<String, Object> amended = new HashMap<>(json.convertValue(queries.plan(code), Map.class));
        amended.putAll(Map.of("reason", "Cho rõ hơn.", "purpose", "Hoàn thành xuất sắc nhiệm vụ."));
        officials.complete("chuyenvien", ChangeView.caseKey(code, 1), "userTask_draftChange", amended);
        jobs.runDue();
        approveAll(code + "/DC1", "chutich");
        register(code + "/DC1", nextNumber());
        past(opened(code, 2, ReportKind.FINAL).dueAt());
        consolidateAndSign(code, 2, false);
        assertThat(openTasks(ChangeView.caseKey(code, 1) + "/congan")).containsExactly("userTask_readNotice");
        assertThat(openTasks(Period.paperOf(code, 1))).containsExactly("userTask_approveDivision");
        // As of a unit whose heir takes part and came after the period was opened.
        jdbc.sql("update participation set status = 'CANCELLED', cancel_reason = 'Sáp nhập.' where campaign_code = ? and unit_code = 'congan'")
                .param(code).update();
        assertThat(openTasks(key(code, 2, "congan"))).containsExactly("userTask_writeReport");

        close(code);
        assertThat(periods.get(code, 1)).satisfies(period -> {
            assertThat(period.status()).isEqualTo("CANCELLED");
            assertThat(period.cancelReason()).isEqualTo("Phong trào đã tổng kết.");
        });
        assertThat(papers.get(Period.paperOf(code, 1)).steps()).last().satisfies(step -> {
            assertThat(step.decision()).isEqualTo(PaperStep.Decision.STOP);
            assertThat(step.reason()).isEqualTo("Phong trào đã tổng kết.");
        });
        jobs.runDue();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKeyLike(code + "%").count()).isZero();
        assertThat(changes.told(code, 1).units()).as("of those whose notice is still to be read or was").isZero();
        assertThat(periods.get(code, 2).status()).isEqualTo("SIGNED");
    }

    private void assertNotClosed(String code, String why) {
        assertThatThrownBy(() -> officials.complete("chuyenvien", code, "userTask_followCampaign", Map.of("conclusion", "Xong.")))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining(why);
    }

    @Test
    void whoeverWroteAReportDoesNotApproveItAndAReportIsNeverRefused() {
        String code = campaign(Map.of());
        opened(code, 1, ReportKind.FINAL);
        officials.complete("thutruong.ldld", key(code, 1, "ldld"), "userTask_writeReport", figures(99, 1));
        assertThatThrownBy(() -> decideReport("thutruong.ldld", key(code, 1, "ldld"), "APPROVE", null)).isInstanceOf(NotAllowed.class);
        assertThat(runtime.getVariable(instance(key(code, 1, "ldld")), "campaignTitle")).as("tells it from other periods").asString()
                .startsWith("Tổng kết, kỳ 1: ");
        past(periods.get(code, 1).dueAt());
        consolidate(code, 1);
        String paper = Period.paperOf(code, 1);
        assertThatThrownBy(() -> periods.signed(code, 1)).isInstanceOf(ConflictRefusal.class).hasMessageContaining("chưa được ký");
        reports.cancel(code, List.of("hoiphunu"), "Ngoài phạm vi.");
        assertThat(periods.get(code, 1).total()).as("nobody waits for it, also when the report is sent back").isEqualTo(4);
        approve("truongphong", paper, "userTask_approveDivision");
        approve("giamdoc", paper, "userTask_approveDirector");
        approve("vanphong", paper, "userTask_checkForm");
        assertThatThrownBy(() -> decide("chutich", paper, "userTask_signPaper", "REFUSE", null, "Không cần.")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void theFiguresOfTheProvinceAreEnteredByTheAgencyAndABadUnitWaitsAlone() {
        String code = campaign(Map.of());
        jdbc.sql("update membership set leads = false where user_id = 'thutruong.ldld'").update();
        jobs.tolerate("chưa có thủ trưởng");
        try {
            opened(code, 1, ReportKind.FINAL);
            assertThat(reports.view(code, 1, "ldld")).satisfies(report -> {
                assertThat(report.status()).isEqualTo("BLOCKED");
                assertThat(report.problem()).contains("chưa có thủ trưởng");
            });
            assertThat(openTasks(key(code, 1, "tinhdoan"))).containsExactly("userTask_writeReport");
            failToIncident(key(code, 1, "ldld"), "chưa có thủ trưởng");
        } finally {
            jdbc.sql("update membership set leads = true where user_id = 'thutruong.ldld'").update();
            jobs.tolerate(null);
        }
        retryAsSupervisor(key(code, 1, "ldld"));
        assertThat(openTasks(key(code, 1, "ldld"))).containsExactly("userTask_writeReport");
        past(periods.get(code, 1).dueAt());
        assertThatThrownBy(() -> officials.complete("chuyenvien", Period.caseKey(code, 1), "userTask_consolidateReport",
                Map.of("overview", "Tốt.", "results", "Tốt.", "directions", "Tiếp tục."))).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field").containsExactly("figures." + INDEX));
    }

    @Test
    void aWorkThatNoReportSettlesIsSettledBySoNoiVuWithAReason() {
        String code = campaign(Map.of());
        answerWithWorks(code, "ldld");
        assertThatThrownBy(() -> works.settle(officials.actor("canbo.ldld"), code, "ldld", 0, WorkReport.State.DONE, "Xong."))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> works.settle(officials.actor("chuyenvien"), code, "ldld", 0, WorkReport.State.DROPPED, " "))
                .isInstanceOf(InvalidInput.class);
        works.settle(officials.actor("chuyenvien"), code, "ldld", 0, WorkReport.State.DROPPED, "Đơn vị sáp nhập.");
        assertThat(works.list(officials.actor("chuyenvien"), code, "dropped", 0, 10).items()).extracting("note")
                .containsExactly("Đơn vị sáp nhập.");
        assertThatThrownBy(() -> works.settle(officials.actor("chuyenvien"), code, "ldld", 0, WorkReport.State.DONE, "Xong."))
                .isInstanceOf(ConflictRefusal.class);
    }

    /** An answer is sent back after one of its works was settled: what was recorded stays with its work. */
    @Test
    void aWorkKeepsItsNumberAndOneThatHasProgressIsNotTakenBack() {
        String code = campaign(Map.of());
        Map<String, Object> answer = answer(work(null, "Cầu Nà Pá"), work(null, "Đường Khuổi Slương"), work(null, "Nhà văn hóa"));
        officials.complete("canbo.ldld", code + "/ldld", "userTask_writeResponse", answer);
        headDecides(code + "/ldld", "thutruong.ldld", "APPROVE", null);
        works.settle(officials.actor("chuyenvien"), code, "ldld", 1, WorkReport.State.DONE, "Đã bàn giao.");
        responses.returnAnswer(officials.actor("chuyenvien"), code, "ldld", "Bổ sung.");
        jobs.runDue();
        assertThatThrownBy(() -> officials.complete("canbo.ldld", code + "/ldld", "userTask_writeResponse",
                answer(work(0, "Cầu Nà Pá"), work(2, "Nhà văn hóa")))).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field", "message").containsExactly(
                        tuple("works", "Đã có báo cáo hoặc kết quả về «Đường Khuổi Slương», không bỏ khỏi đăng ký được.")));
        assertThatThrownBy(() -> officials.complete("canbo.ldld", code + "/ldld", "userTask_writeResponse",
                answer(work(1, "Đường Khuổi Slương"), work(1, "Đường Khuổi Slương"), work(7, "Trường học")))).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field").containsExactly("works[1].title", "works[2].title"));
        officials.complete("canbo.ldld", code + "/ldld", "userTask_writeResponse",
                answer(work(1, "Đường Khuổi Slương"), work(null, "Trường học"), work(2, "Nhà văn hóa thôn")));
        headDecides(code + "/ldld", "thutruong.ldld", "APPROVE", null);
        assertThat(works.of(code, "ldld")).extracting("seq", "title", "state").containsExactly(tuple(1, "Đường Khuổi Slương", "DONE"),
                tuple(2, "Nhà văn hóa thôn", null), tuple(3, "Trường học", null));
    }

    @SafeVarargs
    private static Map<String, Object> answer(Map<String, Object>... works) {
        return new HashMap<>(Map.of("ownPlan", false, "noPlanReason", "Theo kế hoạch của tỉnh.", "works", List.of(works)));
    }

    private Map<String, Object> work(Integer seq, String title) {
        Map<String, Object> work = new HashMap<>(Map.of("title", title, "dueDate", today().plusDays(20).toString()));
        work.put("seq", seq);
        return work;
    }

    @Test
    void aCampaignOfSeveralYearsReportsYearly() {
        String code = campaign(Map.of("type", "THEMATIC", "to", today().plusDays(800).toString(), "reportingDates", List.of(
                Map.of("kind", "YEARLY", "date", today().plusDays(700).toString()), Map.of("kind", "YEARLY", "date", today().plusDays(340).toString()))));
        assertThat(periods.list(code)).extracting("seq", "kind").containsExactly(tuple(1, ReportKind.YEARLY), tuple(2, ReportKind.YEARLY),
                tuple(3, ReportKind.FINAL));
        assertThat(periods.get(code, 1).reportDate()).isEqualTo(today().plusDays(340));
    }

    @Test
    void worksCountOnceTheHeadApprovedThemAndWhileTheUnitTakesPart() {
        String code = campaign(Map.of());
        write(code + "/ldld", "canbo.ldld");
        answerWithWorks(code, "tinhdoan");
        answerWithWorks(code, "hoiphunu");
        assertThat(consolidation.gathered(code, 1).worksOpen()).as("one waits for its head").isEqualTo(2);
        assertThat(works.open(code, "ldld")).isEmpty();
        assertThatThrownBy(() -> works.settle(officials.actor("chuyenvien"), code, "ldld", 0, WorkReport.State.DONE, "Xong."))
                .isInstanceOf(NotFound.class);
        responses.returnAnswer(officials.actor("chuyenvien"), code, "tinhdoan", "Nêu rõ chỉ tiêu.");
        jobs.runDue();
        assertThat(consolidation.gathered(code, 1).worksOpen()).as("what was approved stands until it is written anew").isEqualTo(2);
        write(code + "/tinhdoan", "canbo.tinhdoan");
        assertThat(consolidation.gathered(code, 1).worksOpen()).isEqualTo(1);
        jdbc.sql("update participation set cancel_reason = 'Ngoài phạm vi.' where campaign_code = ? and unit_code = 'hoiphunu'").param(code).update();
        assertThat(consolidation.gathered(code, 1).worksOpen()).isZero();
        assertThat(works.list(officials.actor("chuyenvien"), code, "open", 0, 10).items()).isEmpty();
    }

    /** Five years, no date for the tổng kết: it is counted into a year whose holidays nobody has announced yet. */
    @Test
    void aTongKetBeyondTheTableOfHolidaysHoldsUpNoEarlierReportAndIsOpenedOnceTheYearIsKnown() {
        int unknown = today().getYear() + 1;
        while (jdbc.sql("select count(*) from calendar_year where year = ?").param(unknown).query(Integer.class).single() > 0) {
            unknown++;
        }
        LocalDate end = LocalDate.of(unknown - 1, 12, 31);
        String yearly = campaign(Map.of("to", end.toString(), "reportingDates", List.of(
                Map.of("kind", "YEARLY", "date", today().plusDays(40).toString()))));
        assertThat(periods.list(yearly)).extracting("kind", "reportDate").containsExactly(tuple(ReportKind.YEARLY, today().plusDays(40)),
                tuple(ReportKind.FINAL, null));
        String code = campaign(Map.of("to", end.toString()));
        assertThat(runtime.createIncidentQuery().processInstanceId(instance(code)).count()).isZero();
        Job lookAgain = management.createJobQuery().processInstanceId(instance(code)).timers().activityId("timer_reportOpens").singleResult();
        assertThat(lookAgain.getDuedate().toInstant()).isEqualTo(end.atTime(17, 0).atZone(clock.getZone()).toInstant());
        periods.open(code, 1);
        assertThat(periods.get(code, 1).status()).as("its day is not known").isEqualTo("PLANNED");
        jdbc.sql("insert into calendar_year (year, announced, legal_source) values (?, false, 'Thử')").param(unknown).update();
        try {
            assertThat(periods.next(code).orElseThrow().opensAt()).isAfter(lookAgain.getDuedate().toInstant());
            assertThat(periods.get(code, 1).reportDate()).isAfter(end);
            periods.open(code, 1);
            assertThat(periods.get(code, 1).status()).as("its day has not come").isEqualTo("PLANNED");
        } finally {
            jdbc.sql("delete from calendar_year where year = ?").param(unknown).update();
            periods.next(code);
        }
    }

    // ---- words ------------------------------------------------------------------------------------------------------

    private String campaign(Map<String, Object> fields) {
        return campaign(nextNumber() + "/KH-UBND", fields);
    }

    private String campaign(String number, Map<String, Object> fields) {
        Map<String, Object> data = new HashMap<>(Map.of("unitKinds", List.of("MASS_ORGANISATION"), "targets", List.of(
                Map.of("name", RATE, "unit", "%", "baseline", 85, "target", 95, "direction", "UP"),
                Map.of("name", HOUSES, "unit", "nhà", "target", 100, "direction", "UP"),
                Map.of("name", INDEX, "unit", "điểm", "baseline", 82, "target", 86, "direction", "UP", "aggregation", "PROVINCE"))));
        data.putAll(fields);
        return recorded(number, data);
    }

    private Instant followedUntil(String code) {
        return tasks.createTaskQuery().processInstanceBusinessKey(code).taskDefinitionKey("userTask_followCampaign").singleResult().getDueDate().toInstant();
    }

    /** The text of the first report; the PDF is kept to be looked at. */
    private String printedReport(String code) {
        byte[] pdf = printed.paper(Period.paperOf(code, 1)).pdf();
        try (var paper = Loader.loadPDF(pdf)) {
            Files.createDirectories(Path.of("target", "papers"));
            Files.write(Path.of("target", "papers", "bao-cao-so-ket.pdf"), pdf);
            return new PDFTextStripper().getText(paper).replaceAll("[\\s\\u00a0]+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Period opened(String code, int seq, ReportKind kind) {
        Period planned = periods.get(code, seq);
        assertThat(planned.kind()).isEqualTo(kind);
        past(planned.reportDate().minusDays(10).atStartOfDay(clock.getZone()).toInstant());
        assertThat(periods.get(code, seq).status()).isEqualTo("OPEN");
        return periods.get(code, seq);
    }

    private static String key(String code, int seq, String unit) {
        return Period.caseKey(code, seq) + "/" + unit;
    }

    private void answerWithWorks(String code, String unit) {
        write(code + "/" + unit, "canbo." + unit);
        headDecides(code + "/" + unit, "thutruong." + unit, "APPROVE", null);
    }

    private Map<String, Object> figures(int rate, int houses) {
        return new HashMap<>(Map.of("noActivity", false, "summary", "Đã triển khai đồng bộ.", "indicators",
                List.of(Map.of("indicator", RATE, "value", rate), Map.of("indicator", HOUSES, "value", houses))));
    }

    private Map<String, Object> works(String state, String note) {
        Map<String, Object> work = new HashMap<>(Map.of("seq", 0, "state", state));
        work.put("note", note);
        Map<String, Object> data = figures(85, 3);
        data.put("works", List.of(work));
        return data;
    }

    private void report(String code, int seq, String unit, Map<String, Object> data) {
        officials.complete("canbo." + unit, key(code, seq, unit), "userTask_writeReport", data);
        decideReport("thutruong." + unit, key(code, seq, unit), "APPROVE", null);
    }

    private void decideReport(String user, String key, String decision, String reason) {
        Map<String, Object> data = new HashMap<>(Map.of("decision", decision));
        data.put("reason", reason);
        officials.complete(user, key, "userTask_approveReport", data);
        jobs.runDue();
    }

    private void consolidate(String code, int seq) {
        officials.complete("chuyenvien", Period.caseKey(code, seq), "userTask_consolidateReport", Map.of("overview", "Đúng tiến độ.",
                "results", "Nhiều mô hình tốt.", "directions", "Tiếp tục thực hiện.", "figures", Map.of(INDEX, 85.5)));
        jobs.runDue();
    }

    private void consolidateAndSign(String code, int seq, boolean returnedOnce) {
        String paper = Period.paperOf(code, seq);
        consolidate(code, seq);
        if (returnedOnce) {
            decide("truongphong", paper, "userTask_approveDivision", "RETURN", "DRAFT", "Bổ sung đánh giá.");
            assertThat(openTasks(Period.caseKey(code, seq))).containsExactly("userTask_consolidateReport");
            consolidate(code, seq);
        }
        approveAll(paper, "chutich");
        register(paper, nextNumber());
    }
}
