package vn.giaouoc.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.organisation.UnitKind;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.test.IntegrationTest;

/** C01–C05 row by row, and every field a plan can be wrong in. */
class PlanChecksIT extends IntegrationTest {

    private static final LocalDate FROM = LocalDate.of(2029, 5, 20);
    private static final LocalDate TO = LocalDate.of(2029, 8, 5);

    @Autowired
    PlanChecks checks;
    @Autowired
    JdbcClient jdbc;

    @Test
    void c01EndBeforeBeginAndReportsOutsideTheWindowBlock() {
        assertThat(errors(plan("Thi đua", TO, FROM, null, null))).contains("to: Ngày kết thúc trước ngày bắt đầu.");
        var outside = new Plan.ReportingDate(Plan.ReportingDate.Kind.MIDTERM, TO.plusDays(1));
        assertThat(errors(plan("Thi đua", FROM, TO, List.of(outside), null)))
                .containsExactly("reportingDates[0].date: Ngày báo cáo 06/08/2029 nằm ngoài thời gian phong trào.");
    }

    @Test
    void c02ATitleOfSeventyFiveDaysOverSeventyEightNeedsAReasonThatIsKept() {
        Plan plan = plan("75 ngày đêm lao động sáng tạo", FROM, TO, null, null);
        assertThat(errors(plan)).hasSize(1).first().asString().startsWith("reasons.C02: ").contains("là 78 ngày", "02/08/2029");
        assertThat(checks.check(plan, Map.of("C02", "Theo chỉ đạo."))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("C02");
            assertThat(finding.kind()).isEqualTo(Finding.Kind.WARN);
            assertThat(finding.ruleFrom()).isEqualTo(LocalDate.of(2021, 1, 1));
        });
        assertThat(checks.check(plan("78 ngày đêm lao động sáng tạo", FROM, TO, null, null), Map.of())).isEmpty();
    }

    @Test
    void c03ACampaignThatEndsBeforeItsAnniversaryIsOnlyTold() {
        Plan plan = plan("Thi đua", FROM, TO, null, List.of(new Plan.Occasion("Ngày giải phóng", LocalDate.of(2029, 8, 24))));
        assertThat(checks.check(plan, null)).extracting(Finding::code, Finding::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("C03", Finding.Kind.INFO));
    }

    @Test
    void c04AndC05UnknownNumberWarnsASundayIsTold() {
        assertThat(checks.unknownNumberFindings()).extracting(Finding::kind).containsExactly(Finding.Kind.WARN);
        assertThat(checks.issueDateFindings(LocalDate.of(2024, 5, 12))).extracting(Finding::code, Finding::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("C05", "Ngày ban hành 12/05/2024 là ngày nghỉ."));
        assertThat(checks.issueDateFindings(LocalDate.of(2024, 5, 13))).isEmpty();
    }

    @Test
    void aStandingAgencyIsAUnitThatCanBeGivenWork() {
        Plan plan = new Plan(CampaignType.PEAK, "Thi đua", null, null, null, null, FROM, TO, null, null, List.of("Thi đua."),
                Set.of(UnitKind.DEPARTMENT), null, null, null, List.of(new Plan.Theme("Giao thông", "sgtvt")), null, null, null);
        assertThat(errors(plan)).isEmpty();
        try {
            jdbc.sql("update unit set has_account = false where code = 'sgtvt'").update();
            assertThat(errors(plan)).containsExactly("themes[0].agencyCode: Sở Giao thông vận tải không có tài khoản, không làm cơ quan thường trực được.");
            jdbc.sql("update unit set active = false, has_account = true where code = 'sgtvt'").update();
            assertThat(errors(plan)).containsExactly("themes[0].agencyCode: Sở Giao thông vận tải đã thôi hoạt động, không làm cơ quan thường trực được.");
        } finally {
            jdbc.sql("update unit set active = true, has_account = true where code = 'sgtvt'").update();
        }
    }

    @Test
    void theKindOfACheckIsData() {
        jdbc.sql("update check_rule set kind = 'OFF' where code = 'C02'").update();
        try {
            assertThat(checks.check(plan("75 ngày đêm", FROM, TO, null, null), null)).isEmpty();
        } finally {
            jdbc.sql("update check_rule set kind = 'WARN' where code = 'C02'").update();
        }
    }

    @Test
    void everyWrongFieldIsNamed() {
        Plan wrong = new Plan(null, " ", "x".repeat(100_001), null, List.of(new Plan.Occasion("", null)), null, null,
                LocalDate.of(1999, 1, 1), null, null, List.of(""), Set.of(), Set.of("khongco"), List.of(new Plan.Subject("Thôn 1", "sgddt")),
                List.of(new Plan.Target("", null, new BigDecimal("0.12345"), null, null, null)), List.of(new Plan.Theme("", "khongco")),
                List.of("PT-1999-001"), List.of(new Plan.Quota(null, "", Plan.Quota.LimitKind.PERCENT, new BigDecimal("101"))),
                LocalDate.of(2001, 1, 1));
        assertThatThrownBy(() -> checks.check(wrong, null)).isInstanceOfSatisfying(InvalidInput.class, refused ->
                assertThat(refused.errors()).extracting(FieldError::field).contains("type", "title", "legalGrounds", "occasions[0].name", "from",
                        "to", "contentItems[0]", "unitKinds", "excludedUnits", "otherSubjects[0].communeCode", "targets[0].name",
                        "targets[0].unit", "targets[0].baseline", "targets[0].target", "targets[0].direction", "themes[0].theme",
                        "themes[0].agencyCode", "parents[0]", "quotas[0].object", "quotas[0].award", "quotas[0].limit", "responseDue"));
    }

    private List<String> errors(Plan plan) {
        try {
            checks.check(plan, null);
            return List.of();
        } catch (InvalidInput refused) {
            return refused.errors().stream().map(error -> error.field() + ": " + error.message()).toList();
        }
    }

    private static Plan plan(String title, LocalDate from, LocalDate to, List<Plan.ReportingDate> reports, List<Plan.Occasion> occasions) {
        return new Plan(CampaignType.PEAK, title, null, null, occasions, null, from, to, reports, null, List.of("Thi đua."),
                Set.of(UnitKind.DEPARTMENT), null, null, null, null, null, null, null);
    }
}
