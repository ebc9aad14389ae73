package vn.giaouoc.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;
import org.springframework.stereotype.Component;
import vn.giaouoc.calendar.CalendarEdit.Action;
import vn.giaouoc.calendar.CalendarEdit.DayEdit;
import vn.giaouoc.platform.time.WorkCalendar;

/**
 * The days off of a year as the law gives them, by the Vietnamese lunar calendar: a proposal for the office to confirm, with days in lieu
 * of those on a weekend (Bộ luật Lao động 2019, Điều 111 khoản 3). Swapped days come only with the announcement of the year.
 */
@Component
class Holidays {

    private static final String IN_LIEU_SOURCE = "Bộ luật Lao động 2019, Điều 111 khoản 3";

    private final CalendarRows rows;

    Holidays(CalendarRows rows) {
        this.rows = rows;
    }

    /** First day of the lunar year. @param year 1813–2645 */
    static LocalDate tet(int year) {
        return lunar(year, 1, 1);
    }

    /**
     * The days the table does not hold yet, in order. Of a year that is announced, only those the law itself fixes: the others are where the
     * announcement has them.
     */
    List<DayEdit> missing(int year, CalendarTable table) {
        boolean announced = table.years().containsKey(year) && table.years().get(year).announced();
        return proposed(year).stream().filter(day -> !table.days().containsKey(day.day()) && !(announced && day.expected())).toList();
    }

    /** All days off the law gives for a year, in order. */
    List<DayEdit> proposed(int year) {
        var days = new TreeMap<LocalDate, DayEdit>();
        for (CalendarRows.Rule rule : rows.rules(year)) {
            LocalDate first = (rule.lunar() ? lunar(year, rule.month(), rule.day()) : LocalDate.of(year, rule.month(), rule.day()))
                    .plusDays(rule.firstOffset());
            for (int i = 0; i < rule.days(); i++) {
                days.put(first.plusDays(i), holiday(first.plusDays(i), DayCategory.PUBLIC, rule.name(), rule.legalSource(),
                        rule.expected() || i > 0));
            }
        }
        for (DayEdit day : new ArrayList<>(days.values())) {
            if (!WorkCalendar.isWeekday(day.day())) {
                LocalDate next = day.day();
                while (!WorkCalendar.isWeekday(next) || days.containsKey(next)) {
                    next = next.plusDays(1);
                }
                days.put(next, holiday(next, DayCategory.IN_LIEU, "Nghỉ bù " + day.name(), IN_LIEU_SOURCE, true));
            }
        }
        return days.values().stream().filter(day -> day.day().getYear() == year).toList();
    }

    private static DayEdit holiday(LocalDate day, DayCategory category, String name, String source, boolean expected) {
        return new DayEdit(day, Action.ADD, DayKind.HOLIDAY, category, name, source, expected);
    }

    private static LocalDate lunar(int year, int month, int day) {
        return VietnameseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(month), day)
                .transform(PlainDate.axis()).toTemporalAccessor();
    }
}
