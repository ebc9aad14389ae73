package vn.giaouoc.platform.time;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.ConflictRefusal;

/**
 * Counts working days over the office's holiday table: Monday to Friday, less holidays and compensatory days off, plus
 * Saturdays worked in exchange (Bộ luật Lao động 2019, Điều 111–112).
 */
@Component
public class WorkingDays {

    private final JdbcClient jdbc;

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws ConflictRefusal when the holiday table does not hold the day's year */
    public boolean isWorkingDay(LocalDate day) {
        return calendar(day, day).isWorkingDay(day);
    }

    /** Whether the holiday table holds this year, which may be any number. */
    public boolean knows(int year) {
        return jdbc.sql("select count(*) from calendar_year where year = ?").param(year).query(Long.class).single() == 1;
    }

    /**
     * The n-th working day after a day; that day itself does not count.
     *
     * @param n working days, 0 gives the day itself
     * @throws ConflictRefusal when the holiday table ends before
     */
    public LocalDate after(LocalDate day, int n) {
        return calendar(day, day.plusDays(span(n))).after(day, n);
    }

    /** The n-th working day before a day; see {@link #after}. */
    public LocalDate before(LocalDate day, int n) {
        return calendar(day.minusDays(span(n)), day).before(day, n);
    }

    /** The table from one day to another, in one statement; outside of it a day of a known year passes for an ordinary one. */
    public WorkCalendar calendar(LocalDate from, LocalDate to) {
        Set<Integer> years = new HashSet<>();
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        jdbc.sql("select y.year, d.day, d.kind from calendar_year y left join calendar_day d on extract(year from d.day) = y.year "
                        + "and d.day between :from and :to where y.year between extract(year from :from::date) and extract(year from :to::date)")
                .param("from", from).param("to", to).query(row -> {
                    years.add(row.getInt("year"));
                    LocalDate day = row.getObject("day", LocalDate.class);
                    if (day != null) {
                        exceptions.put(day, "WORKING_DAY".equals(row.getString("kind")));
                    }
                });
        return new WorkCalendar(years, exceptions);
    }

    /** Calendar days in which so many working days are found for certain, also over Tết. */
    static int span(int n) {
        return 4 * n + 30;
    }
}
