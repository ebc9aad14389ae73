package vn.giaouoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.sql.Timestamp;
import java.text.Collator;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.test.Cases;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** A year's deadlines before anything is issued: drafted plans too, clashes, load, the file for a calendar. */
class DryRunIT extends IntegrationTest {

    @LocalServerPort
    int port;
    @Autowired
    DryRun dryRun;
    @Autowired
    CalendarQueries queries;
    @Autowired
    Holidays holidays;
    @Autowired
    CalendarRows rows;
    @Autowired
    Officials officials;
    @Autowired
    Cases cases;
    @Autowired
    Jobs jobs;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    @Test
    void draftedPlansShowTheirWholeYearAndWhereItClashes() {
        Map<String, Object> plan = new HashMap<>(cases.plan(Map.of())); // moves the clock into the table
        int year = LocalDate.now(clock).getYear() + 1;
        LocalDate sunday = LocalDate.of(year, 6, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY));
        plan.putAll(Map.of("from", LocalDate.of(year, 3, 1).toString(), "to", LocalDate.of(year, 10, 30).toString(), "finalReviewDate",
                LocalDate.of(year, 11, 10).toString(), "reportingDates", List.of(Map.of("kind", "MIDTERM", "date", sunday.toString()))));
        String one = drafted(plan);
        String other = drafted(plan);
        long written = changes();

        YearView view = dryRun.of(officials.actor("chuyenvien"), year, null, null, 5);
        assertThat(view.items()).filteredOn(item -> item.caseCode().equals(one)).extracting(YearView.Item::what)
                .containsSequence("Báo cáo sơ kết", "Tổng hợp báo cáo", "Báo cáo tổng kết", "Tổng hợp báo cáo tổng kết");
        assertThat(view.items()).filteredOn(item -> item.caseCode().equals(one) && item.what().equals("Báo cáo sơ kết")).singleElement()
                .satisfies(item -> {
                    assertThat(item.day()).isEqualTo(sunday);
                    assertThat(item.dayOff()).isEqualTo("ngày nghỉ hằng tuần");
                    assertThat(item.people()).isGreaterThan(3);
                    assertThat(item.fixed()).isTrue();
                });
        assertThat(view.clashes()).extracting(YearView.Clash::kind).contains("DAY_OFF", "SAME_DAY");
        assertThat(view.clashes()).filteredOn(clash -> clash.kind().equals("SAME_DAY") && clash.day().equals(sunday))
                .extracting(YearView.Clash::message).anyMatch(message -> message.contains("đơn vị có từ 2 hạn trở lên cùng ngày"));
        assertThat(view.loads()).filteredOn(load -> load.who().equals("Chuyên viên thi đua, khen thưởng")).singleElement()
                .satisfies(load -> assertThat(load.months().stream().mapToInt(Integer::intValue).sum()).isEqualTo(load.total()).isPositive());
        assertThat(dryRun.of(officials.actor("giamdoc"), year, other, "Các đơn vị", 5).items()).isNotEmpty()
                .allSatisfy(item -> assertThat(item.caseCode() + item.who()).isEqualTo(other + "Các đơn vị"));
        assertThat(changes()).as("nothing was issued").isEqualTo(written);
        theFile(year, one);
    }

    private void theFile(int year, String code) {
        var answer = Http.session(port, "truongphong").send("GET", "/api/v1/calendar/years/" + year + "/deadlines.ics?caseCode=" + code, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        List<VEvent> events = Biweekly.parse(answer.body()).first().getEvents();
        assertThat(events).extracting(event -> event.getSummary().getValue()).contains("Báo cáo tổng kết – " + Cases.TITLE);
        assertThat(Set.copyOf(events.stream().map(event -> event.getUid().getValue()).toList())).hasSameSizeAs(events);
        assertThat(events).filteredOn(event -> event.getSummary().getValue().startsWith("Báo cáo tổng kết")).singleElement()
                .satisfies(event -> {
                    var start = event.getDateStart().getValue().getRawComponents();
                    assertThat(LocalDate.of(start.getYear(), start.getMonth(), start.getDate())).isEqualTo(LocalDate.of(year, 11, 10));
                    assertThat(event.getDateStart().getValue().hasTime()).isFalse();
                });
        assertThat(events).filteredOn(event -> event.getSummary().getValue().startsWith("Trưởng phòng duyệt")
                || event.getSummary().getValue().startsWith("Báo cáo tổng kết")).allSatisfy(event ->
                assertThat(event.getStatus().isTentative()).isEqualTo(event.getDescription().getValue().contains("Tình trạng: Dự kiến")));
        assertThat(Biweekly.parse(Http.session(port, "giamsat").send("GET", "/api/v1/calendar/years/" + year + "/deadlines.ics?caseCode=" + code, null)
                .body()).first().getEvents()).extracting(event -> event.getUid().getValue())
                .containsExactlyElementsOf(events.stream().map(event -> event.getUid().getValue()).toList());
    }

    @Test
    void aYearTheTableDoesNotHoldIsNotGuessed() {
        assertThatThrownBy(() -> dryRun.of(officials.actor("chuyenvien"), 2055, null, null, 5)).isInstanceOf(ConflictRefusal.class)
                .hasMessageContaining("chưa có năm 2055");
    }

    /** A draft whose task is due this year is no forecast, neither on the page nor in the file. */
    @Test
    void anOpenDraftIsNoForecast() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", Cases.TITLE));
        jobs.runDue();
        jdbc.sql("update deadline_basis set due_at = ? where case_code = ? and slot = 'CAMPAIGN_DRAFT'")
                .params(Timestamp.from(clock.instant().minus(Duration.ofDays(1))), code).update();
        int year = LocalDate.now(clock).minusDays(1).getYear();
        YearView view = dryRun.of(officials.actor("giamdoc"), year, code, null, 5);
        assertThat(view.items().get(0)).satisfies(item -> {
            assertThat(item.what()).isEqualTo("Soạn thảo, hoàn thiện kế hoạch");
            assertThat(item.day()).isEqualTo(LocalDate.now(clock).minusDays(1));
            assertThat(item.stateName()).isEqualTo("Quá hạn");
        });
        assertThat(view.items()).filteredOn(item -> item.state() == DeadlineState.FORESEEN)
                .allSatisfy(item -> assertThat(item.day()).isAfterOrEqualTo(LocalDate.now(clock)));
        assertThat(view.clashes()).flatExtracting(YearView.Clash::items).doesNotContain(view.items().get(0).id());
        assertThat(view.loads()).extracting(YearView.Load::who).contains("Chuyên viên thi đua, khen thưởng");
        String file = Http.session(port, "truongphong").send("GET", "/api/v1/calendar/years/" + year + "/deadlines.ics?caseCode=" + code, null).body();
        assertThat(Biweekly.parse(file).first().getEvents()).filteredOn(event -> event.getSummary().getValue().startsWith("Soạn thảo"))
                .singleElement().satisfies(event -> {
                    assertThat(event.getStatus().isConfirmed()).isTrue();
                    assertThat(event.getDescription().getValue()).contains("Tình trạng: Quá hạn").doesNotContain("Dự kiến");
                });
    }

    @Test
    void deadlinesAreOrderedByTheWorkAndTellWhoByName() {
        CalendarQueries.Overview overview = queries.overview(officials.actor("giamdoc"));
        assertThat(overview.deadlines()).extracting(CalendarQueries.Deadline::phase).startsWith("Phát động phong trào")
                .doesNotContain("Việc khác").containsSubsequence("Trình duyệt, ban hành văn bản", "Giao ước thi đua", "Nhắc hạn, đôn đốc");
        assertThat(overview.deadlines()).filteredOn(one -> one.phase().equals("Giao ước thi đua")).extracting(CalendarQueries.Deadline::name)
                .isSortedAccordingTo(Collator.getInstance(Locale.forLanguageTag("vi")));
        LocalDate day = LocalDate.of(2021, 1, 1);
        assertThat(queries.days(officials.actor("giamdoc"), 2021)).filteredOn(one -> one.day().equals(day)).extracting(CalendarTable.Day::recordedBy)
                .containsExactly("Phần mềm");
        for (Map.Entry<String, String> person : Map.of("truongphong", "Lý Thị Hoa", "nguoi-da-nghi", "nguoi-da-nghi").entrySet()) {
            jdbc.sql("update calendar_day set recorded_by = ? where day = ?").params(person.getKey(), day).update();
            assertThat(queries.days(officials.actor("giamdoc"), 2021)).filteredOn(one -> one.day().equals(day))
                    .extracting(CalendarTable.Day::recordedBy).containsExactly(person.getValue());
        }
        jdbc.sql("update calendar_day set recorded_by = 'system' where day = ?").param(day).update();
    }

    @Test
    void aPartOfADayIsNoNumberOfDays() {
        String edit = "{\"reason\":\"Thử\",\"parameters\":[{\"code\":\"CAMPAIGN_DRAFT\",\"days\":%s,\"calendarDays\":false,\"uncertain\":true,"
                + "\"legalSource\":\"Quy chế\",\"validFrom\":\"" + LocalDate.now(clock) + "\"}]}";
        Http head = Http.session(port, "truongphong");
        assertThat(head.send("POST", "/api/v1/calendar/changes/preview", edit.formatted("7")).statusCode()).isEqualTo(200);
        for (String days : List.of("1.2345", "7.0", "1e400")) {
            var answer = head.send("POST", "/api/v1/calendar/changes/preview", edit.formatted(days));
            assertThat(answer.statusCode()).as(days).isEqualTo(422);
            assertThat(answer.body()).as(days).contains("parameters[0].days");
        }
    }

    /** The table was entered by hand from the announcements; what the law gives is in it. */
    @Test
    void theProposalOfTheLunarCalendarIsWhatTheTableHolds() {
        for (int year : new int[] {2021, 2022, 2023, 2024, 2025, 2026, 2027, 2029, 2030}) {
            assertThat(holidays.missing(year, rows.table())).as("missing in %d", year).isEmpty();
        }
        assertThat(holidays.proposed(2031)).filteredOn(day -> day.name().equals("Tết Nguyên đán")).extracting(CalendarEdit.DayEdit::day)
                .containsExactly(LocalDate.of(2031, 1, 22), LocalDate.of(2031, 1, 23), LocalDate.of(2031, 1, 24), LocalDate.of(2031, 1, 25),
                        LocalDate.of(2031, 1, 26));
        assertThat(holidays.proposed(2031)).filteredOn(day -> day.category() == DayCategory.IN_LIEU).extracting(CalendarEdit.DayEdit::day)
                .contains(LocalDate.of(2031, 1, 27), LocalDate.of(2031, 1, 28));
    }

    private String drafted(Map<String, Object> plan) {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", Cases.TITLE));
        jobs.runDue();
        cases.complete("chuyenvien", code, "draftPlan", plan);
        return code;
    }

    private long changes() {
        return jdbc.sql("select (select count(*) from paper) + (select count(*) from deadline_basis) + (select count(*) from participation)")
                .query(Long.class).single();
    }
}
