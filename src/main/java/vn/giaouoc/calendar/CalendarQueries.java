package vn.giaouoc.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.calendar.CalendarEdit.DayEdit;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.InvalidInput;

/** What the page of the calendar reads. */
@Service
@Transactional(readOnly = true)
public class CalendarQueries {

    private final CalendarRows rows;
    private final Holidays holidays;
    private final CalendarAccess access;
    private final Clock clock;

    CalendarQueries(CalendarRows rows, Holidays holidays, CalendarAccess access, Clock clock) {
        this.rows = rows;
        this.holidays = holidays;
        this.access = access;
        this.clock = clock;
    }

    /** A deadline of the product with all its rows, the latest first. @param current the row that counts today; null before the first */
    public record Deadline(String code, String name, String direction, CalendarTable.Parameter current,
                           List<CalendarTable.Parameter> rows) {
    }

    /** @param edits whether this person may change anything */
    public record Overview(LocalDate today, boolean edits, List<CalendarTable.Year> years, List<Deadline> deadlines,
                           List<Map<String, String>> categories) {
    }

    /** Years and deadlines. */
    public Overview overview(Actor actor) {
        access.requireReader(actor);
        CalendarTable table = rows.table();
        LocalDate today = LocalDate.now(clock);
        return new Overview(today, access.edits(actor), List.copyOf(table.years().values()),
                table.parameters().stream().map(CalendarTable.Parameter::code).distinct().sorted().map(code -> {
                    List<CalendarTable.Parameter> own = table.rows(code);
                    return new Deadline(code, own.get(0).name(), own.get(0).direction(), table.parameter(code, today).orElse(null), own);
                }).toList(), Arrays.stream(DayCategory.values()).map(one -> Map.of("code", one.name(), "name", one.label())).toList());
    }

    /** The days of a year that differ from Monday to Friday, in order; none for a year that is not in the table. */
    public List<CalendarTable.Day> days(Actor actor, int year) {
        access.requireReader(actor);
        return rows.table().days().values().stream().filter(day -> day.day().getYear() == year)
                .sorted(Comparator.comparing(CalendarTable.Day::day)).toList();
    }

    /** What the law and the lunar calendar give for a year and the table does not hold. @throws InvalidInput a year outside 2000–2100 */
    public List<DayEdit> proposal(Actor actor, int year) {
        access.requireReader(actor);
        if (year < 2000 || year > 2100) {
            throw new InvalidInput("year", "Năm phải trong khoảng 2000–2100.");
        }
        return holidays.missing(year, rows.table());
    }
}
