package vn.giaouoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.giaouoc.calendar.CalendarFlow.Place;
import vn.giaouoc.calendar.CalendarFlow.Waiting;
import vn.giaouoc.platform.time.DeadlineBasis;
import vn.giaouoc.platform.time.DeadlineRule;

/** Deadlines of May 2024, counted by hand: Monday 6/5 is the day of receipt. */
class RecomputationTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String CASE = "PT-2024-001";

    private final Map<LocalDate, CalendarTable.Day> days = new HashMap<>();
    private Instant now = at("2024-05-06T09:00");
    private int reviewDays = 30;

    private final DeadlineBasis response = new DeadlineBasis(CASE, "RESPONSE_DUE", "RESPONSE_DUE", null, DeadlineRule.AFTER, at("2024-05-06T09:00"),
            null, null, at("2024-05-20T17:00"));
    private final DeadlineBasis remind = new DeadlineBasis(CASE, "RESPONSE_REMIND", "RESPONSE_REMIND", null, DeadlineRule.BEFORE,
            at("2024-05-20T17:00"), "RESPONSE_DUE", null, at("2024-05-15T17:00"));
    private final DeadlineBasis typedDays = new DeadlineBasis(CASE, "CAMPAIGN_COMMENT", null, 2, DeadlineRule.AFTER, at("2024-05-06T09:00"),
            null, null, at("2024-05-08T17:00"));
    /** 30 calendar days, to Wednesday 5/6; never after 10/6. */
    private final DeadlineBasis calendarDays = new DeadlineBasis(CASE, "REVIEW_BEGIN", "REVIEW_BEGIN", null, DeadlineRule.AFTER,
            at("2024-05-06T09:00"), null, at("2024-06-10T17:00"), at("2024-06-05T17:00"));

    @Test
    void withoutAChangeNothingMoves() {
        assertThat(moves(response, remind, typedDays)).isEmpty();
    }

    @Test
    void aHolidayMovesWhatIsCountedOverItAndWhatIsCountedFromThat() {
        off("2024-05-08");
        assertThat(moves(response, remind, typedDays)).extracting(Move::slot, Move::newDueAt, Move::kept).containsExactlyInAnyOrder(
                tuple("RESPONSE_DUE", at("2024-05-21T17:00"), false), tuple("RESPONSE_REMIND", at("2024-05-16T17:00"), false),
                tuple("CAMPAIGN_COMMENT", at("2024-05-09T17:00"), false));
    }

    @Test
    void aHolidayBetweenReminderAndDeadlineMovesOnlyTheDeadline() {
        off("2024-05-17");
        assertThat(moves(response, remind)).extracting(Move::slot, Move::newDueAt).containsExactly(tuple("RESPONSE_DUE", at("2024-05-21T17:00")));
    }

    @Test
    void theSaturdayWorkedInExchangeCounts() {
        days.put(LocalDate.of(2024, 5, 11), day("2024-05-11", DayKind.WORKING_DAY));
        assertThat(moves(response)).extracting(Move::newDueAt).containsExactly(at("2024-05-17T17:00"));
    }

    @Test
    void theDayOfReceiptDoesNotCountSoThatAHolidayOnItMovesNothing() {
        off("2024-05-06");
        assertThat(moves(response, typedDays)).isEmpty();
    }

    @Test
    void whatWouldHavePassedByTheChangeAloneKeepsItsDateAndWhatIsCountedFromItToo() {
        days.put(LocalDate.of(2024, 5, 11), day("2024-05-11", DayKind.WORKING_DAY));
        now = at("2024-05-19T10:00");
        assertThat(moves(response, remind)).extracting(Move::slot, Move::kept).containsExactly(tuple("RESPONSE_DUE", true));
    }

    @Test
    void whatHasPassedMovesOutOfThePast() {
        off("2024-05-20");
        now = at("2024-05-21T10:00");
        assertThat(moves(response)).extracting(Move::newDueAt, Move::kept).containsExactly(tuple(at("2024-05-21T17:00"), false));
    }

    @Test
    void whatIsLateAlreadyGetsNoLaterByADayThatIsWorkedAfterAll() {
        days.put(LocalDate.of(2024, 5, 11), day("2024-05-11", DayKind.WORKING_DAY));
        now = at("2024-05-22T10:00");
        assertThat(moves(response)).extracting(Move::slot, Move::kept).containsExactly(tuple("RESPONSE_DUE", true));
    }

    /** Bộ luật Dân sự 2015, Điều 148 khoản 5. */
    @Test
    void aTimeLimitInCalendarDaysEndsOnTheNextWorkingDay() {
        off("2024-05-09");
        assertThat(moves(calendarDays)).as("days off in between count").isEmpty();
        off("2024-06-05");
        off("2024-06-06");
        assertThat(moves(calendarDays)).extracting(Move::newDueAt).containsExactly(at("2024-06-07T17:00"));
        off("2024-06-07");
        assertThat(moves(calendarDays)).as("over the weekend").extracting(Move::newDueAt).containsExactly(at("2024-06-10T17:00"));
    }

    @Test
    void whatMustNotLieAfterAMomentMovesToItAtMost() {
        reviewDays = 60;
        assertThat(moves(calendarDays)).extracting(Move::newDueAt, Move::kept).containsExactly(tuple(at("2024-06-10T17:00"), false));
    }

    @Test
    void whatWasCappedComesBackWhenFewerDaysAreCounted() {
        var capped = new DeadlineBasis(CASE, "REVIEW_BEGIN", "REVIEW_BEGIN", null, DeadlineRule.AFTER, at("2024-05-06T09:00"), null,
                at("2024-06-03T17:00"), at("2024-06-03T17:00"));
        assertThat(moves(capped)).isEmpty();
        reviewDays = 24;
        assertThat(moves(capped)).extracting(Move::newDueAt).containsExactly(at("2024-05-30T17:00"));
    }

    private void off(String day) {
        days.put(LocalDate.parse(day), day(day, DayKind.HOLIDAY));
    }

    private static CalendarTable.Day day(String day, DayKind kind) {
        return new CalendarTable.Day(LocalDate.parse(day), kind, DayCategory.LOCAL, "Nghỉ tránh bão", "Công điện", false, "truongphong", null);
    }

    private List<Move> moves(DeadlineBasis... rows) {
        var table = new CalendarTable(Map.of(2024, new CalendarTable.Year(2024, true, "Thông báo", "system", null)), days,
                List.of(parameter("RESPONSE_DUE", 10), parameter("RESPONSE_REMIND", 3), parameter("REVIEW_BEGIN", reviewDays)));
        Map<Place, Waiting> waiting = new HashMap<>();
        for (DeadlineBasis row : rows) {
            waiting.put(Recomputation.place(row), new Waiting(Recomputation.place(row), 1, Map.of("Việc", 1), 0));
        }
        return new Recomputation(table, ZONE, now, waiting, new Everybody()).of(List.of(rows));
    }

    private static CalendarTable.Parameter parameter(String code, int days) {
        return new CalendarTable.Parameter(code, code, days, code.equals("REVIEW_BEGIN"), false, "AFTER", "Quy chế", true, LocalDate.of(2021, 1, 1), null, "system", null);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** Knows every deadline and does nothing. */
    private static final class Everybody implements CalendarFlow {

        @Override
        public void start(String code, String title) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean knows(String slot) {
            return true;
        }

        @Override
        public List<Waiting> waiting(Collection<Place> places) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int move(Place place, Instant to, Collection<String> except, int most) {
            throw new UnsupportedOperationException();
        }
    }
}
