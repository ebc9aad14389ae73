package vn.giaouoc.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.calendar.CalendarChanges;
import vn.giaouoc.calendar.CalendarEdit;
import vn.giaouoc.calendar.CalendarEdit.Action;
import vn.giaouoc.calendar.CalendarEdit.DayEdit;
import vn.giaouoc.calendar.CalendarEdit.ParameterEdit;
import vn.giaouoc.calendar.DayCategory;
import vn.giaouoc.calendar.DayKind;
import vn.giaouoc.calendar.Move;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.platform.time.WorkingDays;

/** What the tests of changes of the calendar have in common. */
abstract class CalendarTest extends ReviewTest {

    @Autowired
    CalendarChanges calendar;
    @Autowired
    WorkingDays workingDays;
    @Autowired
    Deadlines deadlines;

    /** Other tests count by the product's own table. */
    @AfterEach
    void theProductsOwnTable() {
        jobs.runDue();
        jdbc.sql("delete from calendar_day where recorded_by <> 'system'").update();
        jdbc.sql("delete from calendar_year where recorded_by <> 'system'").update();
        jdbc.sql("delete from deadline_parameter where recorded_by <> 'system'").update();
        jdbc.sql("update deadline_parameter set valid_to = null where valid_to is not null").update();
    }

    /** The table ends with 2030, and the days around Tết are no place to count by hand. */
    void awayFromTheYearsEnd() {
        if (today().getMonthValue() < 3) {
            past(LocalDate.of(today().getYear(), 3, 2).atTime(9, 0).atZone(clock.getZone()).toInstant());
        }
        if (today().getMonthValue() > 9) {
            past(LocalDate.of(today().getYear() + 1, 3, 2).atTime(9, 0).atZone(clock.getZone()).toInstant());
        }
    }

    /** The head of division changes the calendar; everything that moves has moved. @return the code of the change */
    String changed(CalendarEdit edit) {
        String code = applied("truongphong", edit);
        jobs.runDue();
        return code;
    }

    /** The change is decided; nothing has moved yet. */
    String applied(String user, CalendarEdit edit) {
        return calendar.apply(officials.actor(user), edit, null);
    }

    static CalendarEdit off(LocalDate day) {
        return edit(day(day, Action.ADD, DayKind.HOLIDAY));
    }

    static CalendarEdit remove(LocalDate day) {
        return edit(new DayEdit(day, Action.REMOVE, null, null, null, null, null));
    }

    static CalendarEdit edit(DayEdit day) {
        return new CalendarEdit("Tránh bão", null, List.of(day), null);
    }

    static CalendarEdit parameters(List<ParameterEdit> parameters) {
        return new CalendarEdit("Theo quy chế mới", null, null, parameters);
    }

    static CalendarEdit parameter(ParameterEdit parameter) {
        return parameters(List.of(parameter));
    }

    static DayEdit day(LocalDate day, Action action, DayKind kind) {
        return new DayEdit(day, action, kind, kind == DayKind.HOLIDAY ? DayCategory.LOCAL : DayCategory.SWAP, "Nghỉ tránh bão",
                "Công điện của Chủ tịch UBND tỉnh", false);
    }

    static List<Move> moves(String code, List<Move> all) {
        return all.stream().filter(move -> move.caseCode().equals(code)).toList();
    }

    /** One working day later, at the same hour. */
    Instant later(Instant due) {
        return deadlines.at(workingDays.after(LocalDate.ofInstant(due, clock.getZone()), 1));
    }
}
