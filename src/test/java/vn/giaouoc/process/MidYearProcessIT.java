package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;
import vn.giaouoc.bloc.CompositionSummary;
import vn.giaouoc.calendar.DryRun;
import vn.giaouoc.calendar.YearView;
import vn.giaouoc.document.PaperRegistry;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.midyear.HalfYear;
import vn.giaouoc.midyear.MidYearReport;
import vn.giaouoc.midyear.MidYearReports;
import vn.giaouoc.platform.time.WorkingDays;
import vn.giaouoc.register.OutsideAwardDraft;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.register.OutsideAwards;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.test.Docx;

/** Every path of the province's report on the first half of a year. */
class MidYearProcessIT extends CovenantTest {

    private static final String WRITE = "userTask_writeReport";
    private static final Map<String, Object> WORDS = Map.of("overview", "Các cụm, khối đã triển khai đúng kế hoạch.", "results",
            "Nhiều mô hình hay được nhân rộng.", "directions", "Tiếp tục thi đua 6 tháng cuối năm.", "files", List.of());

    @Autowired
    MidYearReports reports;
    @Autowired
    OutsideAwards awards;
    @Autowired
    DryRun dryRun;
    @Autowired
    PrintedPapers printed;
    @Autowired
    ApplicationContext context;
    @Autowired
    WorkingDays workingDays;
    @Autowired
    List<PaperRegistry> registries;

    @Test
    void aReportOpensAtItsDateIsWrittenSentBackSignedAndRegistered() throws Exception {
        int year = today().getYear() + 1; // half a year ahead: the calendar of working days knows it
        String bloc = composed(year, List.of("dienlucbk", "capnuocbk"));
        String code = MidYearReport.of(years.get(bloc).compositionCode());
        MidYearReport waiting = reports.get(code);
        assertThat(waiting.status()).isEqualTo("WAITING");
        assertThat(waiting.opensAt()).isEqualTo(workingDays.after(LocalDate.of(year, 7, 9), 1).atTime(17, 0).atZone(clock.getZone()).toInstant());
        assertThat(openTasks(code)).isEmpty();
        assertThat(foreseen(year, code)).startsWith("Mở báo cáo sơ kết toàn tỉnh", "Tổng hợp báo cáo sơ kết toàn tỉnh");
        assertThat(foreseen(year, ReviewKey.of(bloc))).startsWith("Bắt đầu sơ kết khối", "Thành viên báo cáo sơ kết");
        opensAt(code, clock.instant().plusSeconds(3600));
        forward(java.time.Duration.ofHours(2));
        assertTasks(code, WRITE);
        assertThat(reports.get(code).status()).isEqualTo("OPEN");
        assertThatThrownBy(() -> officials.complete("chuyenvien", code, WRITE, Map.of("overview", "x"))).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field").containsExactly("results", "directions"));
        past(reports.get(code).dueAt());
        assertThat(reports.get(code).overdueAt()).as("late, and said so").isNotNull();

        reviewed(bloc, "dienlucbk", "SANG_KIEN", new BigDecimal("4"));
        officials.complete("chuyenvien", code, WRITE, WORDS);
        jobs.runDue();
        String paper = MidYearReport.paperOf(code);
        decide("truongphong", paper, "userTask_approveDivision", "RETURN", "DRAFT", "Bổ sung số liệu.");
        assertTasks(code, WRITE);
        assertThat(reports.written(code).orElseThrow().text().overview()).startsWith("Các cụm, khối");
        officials.complete("chuyenvien", code, WRITE, WORDS);
        jobs.runDue();
        approveAll(paper, "phochutich");
        officials.complete("vanthu", paper, "userTask_registerPaper", Map.of("decision", "REGISTER", "number", nextNumber(),
                "issueDate", today().toString(), "reasons", Map.of("C05", "Ban hành ngày nghỉ."), "files", List.of(file("vanthu"))));
        jobs.runDue();
        assertThat(running(code)).isFalse();
        assertThat(reports.get(code).status()).isEqualTo("SIGNED");
        keepsWhatWasFoundAboutTheDate(code, paper);
        assertThat(Docx.text(printed.paper(paper).docx())).contains("BÁO CÁO", "1 trong 1 cụm, khối thi đua", "Các cụm, khối đã triển khai");
    }

    /** Today may be no day off: what văn thư is told of one, and why it went on, stays with the report. */
    private void keepsWhatWasFoundAboutTheDate(String code, String paper) {
        jdbc.sql("delete from mid_year_finding where report_code = ?").param(code).update();
        PaperRegistry registry = registries.stream().filter(one -> one.registers(paper)).findFirst().orElseThrow();
        LocalDate sunday = LocalDate.of(2024, 5, 12);
        List<Finding> found = registry.registrationFindings(sunday);
        assertThat(found).extracting(Finding::code).containsExactly("C05");
        registry.note(officials.actor("vanthu"), code, found, Map.of("C05", "Ban hành gấp."));
        assertThat(reports.detail(officials.actor("chuyenvien"), code).findings()).singleElement().satisfies(kept -> {
            assertThat(kept.code()).isEqualTo("C05");
            assertThat(kept.message()).contains("12/05/2024");
            assertThat(kept.ruleFrom()).isEqualTo(found.get(0).ruleFrom());
            assertThat(kept.reason()).isEqualTo("Ban hành gấp.");
            assertThat(kept.recordedBy()).isEqualTo("vanthu");
        });
    }

    @Test
    void blocsWithoutReviewAreNamedAndHoldNothingUp() {
        String bloc = composed(2065, UNITS);
        String composition = years.get(bloc).compositionCode();
        assertThat(openable()).contains(composition);
        String code = officials.start("chuyenvien", "mid-year-report", Map.of("composition", composition));
        jobs.runDue();
        assertThat(code).isEqualTo(MidYearReport.of(composition));
        assertTasks(code, WRITE);
        assertThat(openable()).as("open already").doesNotContain(composition);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).count()).as("the one that waited has ended").isOne();
        assertThat(reports.gathered(code)).satisfies(half -> {
            assertThat(half.received()).isZero();
            assertThat(half.gaps()).extracting(HalfYear.Bloc::name).containsExactly("Khối thi đua số 2065");
        });
        assertThatThrownBy(() -> officials.start("chuyenvien", "mid-year-report", Map.of("composition", composition)))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining(code);
        assertThatThrownBy(() -> officials.start("chuyenvien", "mid-year-report", Map.of("composition", "TL-1999-01")))
                .isInstanceOf(InvalidInput.class);
        jdbc.sql("update mid_year_report set due_at = ? where code = ?").params(java.sql.Timestamp.from(clock.instant().minusSeconds(60)), code)
                .update();
        officials.complete("chuyenvien", code, WRITE, WORDS);
        assertThat(reports.written(code).orElseThrow().gathered().gaps()).hasSize(1);
        assertThat(reports.get(code).overdueAt()).as("late, although no timer had come to it").isNotNull();
    }

    private List<String> openable() {
        return reports.openable(officials.actor("chuyenvien")).stream().map(CompositionSummary::code).toList();
    }

    /** As after an upgrade: a decision was in force before the product knew the report. */
    @Test
    void decisionsInForceBeforeThisVersionGetTheirWaitingReportOnce() {
        String composition = years.get(composed(2080, List.of("sgddt", "syt"))).compositionCode();
        String code = MidYearReport.of(composition);
        Instant opensAt = reports.get(code).opensAt();
        runtime.deleteProcessInstance(instance(code), "end of the test's own report", true, true);
        jdbc.sql("delete from mid_year_report where code = ?").param(code).update();
        String over = years.get(composed(2002, List.of("xanhuco", "xakhangninh"))).compositionCode();
        catchUp();
        catchUp();
        assertThat(reports.get(code)).satisfies(report -> {
            assertThat(report.status()).isEqualTo("WAITING");
            assertThat(report.opensAt()).isEqualTo(opensAt);
        });
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).count()).isOne();
        assertThat(management.createJobQuery().processInstanceId(instance(code)).timers().singleResult().getDuedate()).isEqualTo(
                java.util.Date.from(opensAt));
        assertThat(running(MidYearReport.of(over))).as("its date has passed").isFalse();
    }

    private void catchUp() {
        Object background = context.getBean("midYearCatchUp");
        Method all = ReflectionUtils.findMethod(background.getClass(), "awaitAll");
        ReflectionUtils.makeAccessible(all);
        ReflectionUtils.invokeMethod(all, background);
    }

    @Test
    void itIsOpenedOnceOverRestHoweverOftenAsked() {
        String bloc = composed(2066, UNITS);
        String composition = years.get(bloc).compositionCode();
        assertThatThrownBy(() -> reports.open(officials.actor("canbo.sct"), composition)).isInstanceOf(NotAllowed.class);
        assertThat(reports.open(officials.actor("tichhop"), composition).opened()).isTrue();
        jobs.runDue();
        assertTasks(MidYearReport.of(composition), WRITE);
        assertThat(reports.open(officials.actor("tichhop"), composition).opened()).isFalse();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(MidYearReport.of(composition)).count()).isOne();
    }

    /** A decision whose date has passed waits for nobody; over REST it opens at once. */
    @Test
    void ofAPeriodThatIsOverItOpensByHandOnly() {
        String bloc = composed(2020, List.of("xanhuco", "xakhangninh"));
        String composition = years.get(bloc).compositionCode();
        String code = MidYearReport.of(composition);
        assertThat(jdbc.sql("select count(*) from mid_year_report where code = ?").param(code).query(Long.class).single()).isZero();
        assertThat(reports.open(officials.actor("chuyenvien"), composition).opened()).isTrue();
        jobs.runDue();
        assertTasks(code, WRITE);
    }

    @Test
    void figuresAreAddedOrAveragedAsTheirMeasureSaysAndAwardsAndModelsAreGathered() {
        String one = composed(2067, UNITS);
        String composition = years.get(one).compositionCode();
        String code = MidYearReport.of(composition);
        reviewed(one, "sct", "SANG_KIEN", new BigDecimal("4"));
        figure(one, "sxd", "SANG_KIEN", new BigDecimal("3"));
        figure(one, "sct", "LDTT", new BigDecimal("90"));
        figure(one, "sxd", "LDTT", new BigDecimal("95"));
        jdbc.sql("insert into review_model (bloc_year, seq, place, unit_code, kind, name, achievement) values (?, 1, 1, 'sxd', 'COLLECTIVE', "
                + "'Tổ tự quản', 'Giữ sạch đường làng.')").param(one).update();
        jdbc.sql("update mid_year_report set half_from = ?, half_to = ? where code = ?").params(today().minusDays(100), today(), code).update();
        String award = awards.record(officials.actor("chuyenvien"), new OutsideAwardDraft("sgtvt", "CO_CP", today().getYear() - 1, "770/QĐ-TTg",
                today().minusDays(3), null, null, List.of(fileRef("chuyenvien"))));
        HalfYear half = reports.gathered(code);
        assertThat(half.figures()).extracting(HalfYear.Measured::value, HalfYear.Measured::summed)
                .contains(org.assertj.core.groups.Tuple.tuple(new BigDecimal("7"), true), org.assertj.core.groups.Tuple.tuple(new BigDecimal("92.5"), false));
        assertThat(half.models()).extracting(HalfYear.Model::name).contains("Tổ tự quản");
        assertThat(half.awards()).anySatisfy(found -> {
            assertThat(found.decisionNumber()).isEqualTo("770/QĐ-TTg");
            assertThat(found.grantedBy()).isEqualTo("Thủ tướng Chính phủ");
        });
        assertThat(half.blocs()).singleElement().satisfies(bloc -> assertThat(bloc.late()).containsExactly("Sở Xây dựng"));
        assertThat(award).startsWith("KN-");
    }

    private List<String> foreseen(int year, String caseCode) {
        return dryRun.of(officials.actor("chuyenvien"), year, caseCode, null, 5).items().stream().map(YearView.Item::what).toList();
    }

    /** The review of a bloc as its own room would have recorded it. */
    private void reviewed(String bloc, String unit, String measure, BigDecimal value) {
        jdbc.sql("insert into review (bloc_year, seq, status, begun_at, received_at, received_by) values (?, 1, 'RECEIVED', now(), now(), 'chuyenvien')")
                .param(bloc).update();
        figure(bloc, unit, measure, value);
    }

    private void figure(String bloc, String unit, String measure, BigDecimal value) {
        jdbc.sql("insert into review_member (bloc_year, seq, unit_code, place, role, acting_unit, status, reported_at, late) "
                + "values (?, 1, ?, 1, 'MEMBER', ?, 'REPORTED', now(), ?) on conflict do nothing").params(bloc, unit, unit, unit.equals("sxd")).update();
        jdbc.sql("insert into review_figure (bloc_year, seq, unit_code, target_id, measure, value, reached) values (?, 1, ?, ?, ?, ?, true)")
                .params(bloc, unit, "t" + measure.length(), measure, value).update();
    }

    private FileRef fileRef(String user) {
        Map<String, String> file = file(user);
        return new FileRef(java.util.UUID.fromString(file.get("id")), file.get("name"));
    }

    /** Its date is near: the tests' clock does not go through half a year. */
    private void opensAt(String code, Instant moment) {
        management.setJobDuedate(management.createJobQuery().processInstanceId(instance(code)).timers().singleResult().getId(),
                java.util.Date.from(moment));
    }
}
