package vn.giaouoc.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
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
        Optional<String> exception = exception(day);
        return exception.map("WORKING_DAY"::equals).orElseGet(() -> isWeekday(day));
    }

    /** Whether the holiday table holds this year. */
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
        return step(day, n, 1);
    }

    /** The n-th working day before a day; see {@link #after}. */
    public LocalDate before(LocalDate day, int n) {
        return step(day, n, -1);
    }

    private LocalDate step(LocalDate from, int n, int direction) {
        LocalDate day = from;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(direction);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    /** What the table says of the day, empty when nothing; one query that also tells whether the year is in the table. */
    private Optional<String> exception(LocalDate day) {
        return jdbc.sql("""
                        select coalesce(d.kind, '') from calendar_year y left join calendar_day d on d.day = ?
                        where y.year = ?""")
                .params(day, day.getYear()).query(String.class).optional()
                .map(kind -> kind.isEmpty() ? Optional.<String>empty() : Optional.of(kind))
                .orElseThrow(() -> new ConflictRefusal(
                        "Bảng ngày nghỉ chưa có năm %d; hãy bổ sung trước khi tính thời hạn.".formatted(day.getYear())));
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
