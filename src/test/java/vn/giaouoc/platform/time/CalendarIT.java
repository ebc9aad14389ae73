package vn.giaouoc.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.test.IntegrationTest;

/** The holiday table against a Vietnamese calendar, and deadlines against dates counted by hand. */
class CalendarIT extends IntegrationTest {

    @Autowired
    WorkingDays workingDays;
    @Autowired
    Deadlines deadlines;
    @Autowired
    TrialClock trialClock;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030})
    void tetAndGioToAreWhereTheVietnameseCalendarHasThem(int year) {
        LocalDate tet = lunar(year, 1, 1);
        LocalDate gioTo = lunar(year, 3, 10);
        assertThat(workingDays.isWorkingDay(tet)).as("Tết %s", tet).isFalse();
        assertThat(workingDays.isWorkingDay(tet.minusDays(1))).as("the day before Tết").isFalse();
        assertThat(names(gioTo)).as("Giỗ Tổ %s", gioTo).isEqualTo("Giỗ Tổ Hùng Vương");
        assertThat(names(LocalDate.of(year, 9, 2))).isEqualTo("Quốc khánh");
    }

    /** Each case was counted by hand on the calendar of its year; the day of receipt does not count. */
    @ParameterizedTest
    @CsvSource({
            "2021-02-08, 2, 2021-02-17", // Monday; Tuesday 9/2, then Tết 10–16/2
            "2023-04-27, 1, 2023-04-28", // Thursday
            "2023-04-28, 1, 2023-05-04", // Giỗ Tổ Saturday 29/4, 30/4 Sunday, 1/5; two days off in lieu
            "2022-04-08, 1, 2022-04-12", // Giỗ Tổ on a Sunday, day in lieu on Monday
            "2022-04-29, 1, 2022-05-04", // 30/4 Saturday, 1/5 Sunday; two days in lieu
            "2023-08-31, 1, 2023-09-05", // 1/9–4/9
            "2024-02-07, 3, 2024-02-19", // Tết Thursday 8/2 to Wednesday 14/2
            "2024-04-26, 3, 2024-05-04", // 2/5, 3/5, the worked Saturday
            "2024-08-30, 2, 2024-09-05",
            "2025-01-24, 5, 2025-02-07", // Tết 25/1–2/2
            "2025-04-25, 1, 2025-04-26", // the Saturday worked for 2/5
            "2025-04-25, 4, 2025-05-05", // 26/4, 28/4, 29/4, then 30/4–4/5 off
            "2025-08-29, 1, 2025-09-03",
            "2026-02-13, 2, 2026-02-24", // Tết 14/2–22/2
            "2026-08-21, 1, 2026-08-22", // the Saturday worked for 31/8
            "2026-08-28, 1, 2026-09-03", // 29/8–2/9
            "2027-02-04, 2, 2027-02-15", // Tết 5/2–11/2 as expected
            "2024-04-26, 1, 2024-05-02", // Friday; 29/4 swapped away
            "2024-05-03, 1, 2024-05-04", // the Saturday worked for it
            "2024-05-06, 10, 2024-05-20",
            "2024-08-30, 1, 2024-09-04", // 31/8–3/9
            "2026-11-23, 1, 2026-11-25", // the new holiday of 24/11
            "2025-11-23, 1, 2025-11-24", // not yet one
            "2024-05-06, 0, 2024-05-06"})
    void deadlinesAreCountedInWorkingDays(LocalDate from, int days, LocalDate due) {
        assertThat(workingDays.after(from, days)).isEqualTo(due);
        assertThat(deadlines.inWorkingDays(days, from.atTime(9, 30).atZone(clock.getZone()).toInstant()))
                .isEqualTo(due.atTime(17, 0).atZone(clock.getZone()).toInstant());
    }

    @Test
    void daysBeforeADeadlineAreCountedTheSameWay() {
        assertThat(workingDays.before(LocalDate.of(2024, 5, 6), 2)).isEqualTo(LocalDate.of(2024, 5, 3)); // over the worked Saturday
    }

    @Test
    void aYearOutsideTheTableIsRefusedNotGuessed() {
        assertThatThrownBy(() -> workingDays.isWorkingDay(LocalDate.of(2031, 3, 3))).isInstanceOf(ConflictRefusal.class)
                .hasMessageContaining("chưa có năm 2031");
    }

    @Test
    void everyDeadlineHasItsSourceAndTheOneValidAtTheTimeCounts() {
        assertThat(jdbc.sql("select count(*) from deadline_parameter where legal_source = ''").query(Long.class).single()).isZero();
        jdbc.sql("insert into deadline_parameter select code, name, 3, direction, legal_source, uncertain, date '2029-01-01', null "
                + "from deadline_parameter where code = 'SUPPLY_NUMBER' order by valid_from limit 1").update();
        try {
            assertThat(deadlines.due("SUPPLY_NUMBER", at("2028-12-04T08:00")).parameter().value()).isEqualTo(5);
            assertThat(deadlines.due("SUPPLY_NUMBER", at("2029-01-08T08:00")).parameter().value()).isEqualTo(3);
        } finally {
            jdbc.sql("delete from deadline_parameter where valid_from = date '2029-01-01'").update();
        }
    }

    @Test
    void oneClockForEngineAndApplicationThatOnlyMovesForward() {
        Instant later = clock.instant().plus(Duration.ofMinutes(5));
        trialClock.moveTo(later);
        assertThat(clock.instant()).isBetween(later, later.plusSeconds(60));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isBetween(later.minusMillis(1), later.plusSeconds(60));
        assertThatThrownBy(() -> trialClock.moveTo(later.minusSeconds(3600))).isInstanceOf(ConflictRefusal.class)
                .hasMessageContaining("chỉ chạy tới");
        long kept = jdbc.sql("select offset_millis from trial_clock").query(Long.class).single();
        assertThat(Instant.now().plusMillis(kept)).isBetween(later.minusSeconds(1), later.plusSeconds(60));
    }

    private Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(clock.getZone()).toInstant();
    }

    private String names(LocalDate day) {
        return jdbc.sql("select name from calendar_day where day = ?").param(day).query(String.class).optional().orElse("");
    }

    private static LocalDate lunar(int year, int month, int day) {
        return VietnameseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(month), day)
                .transform(PlainDate.axis()).toTemporalAccessor();
    }
}
