package vn.giaouoc.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import vn.giaouoc.shared.ConflictRefusal;

/**
 * A holiday table in memory: Monday to Friday are worked, but for the days the table names (Bộ luật Lao động 2019, Điều 111–112).
 *
 * @param years      the years the table holds; days of any other year are refused, never guessed
 * @param exceptions days the table names: whether they are worked
 */
public record WorkCalendar(Set<Integer> years, Map<LocalDate, Boolean> exceptions) {

    public WorkCalendar {
        years = Set.copyOf(years);
        exceptions = Map.copyOf(exceptions);
    }

    /** @throws ConflictRefusal when the table does not hold the day's year */
    public boolean isWorkingDay(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw new ConflictRefusal("Bảng ngày nghỉ chưa có năm %d; hãy bổ sung trước khi tính thời hạn.".formatted(day.getYear()));
        }
        return exceptions.getOrDefault(day, isWeekday(day));
    }

    /**
     * The n-th working day after a day; that day itself does not count.
     *
     * @param n working days, 0 gives the day itself
     * @throws ConflictRefusal when the table ends before
     */
    public LocalDate after(LocalDate day, int n) {
        return step(day, n, 1);
    }

    /** The n-th working day before a day; see {@link #after}. */
    public LocalDate before(LocalDate day, int n) {
        return step(day, n, -1);
    }

    /**
     * The day itself if it is worked, else the next that is. Where the table does not reach, the day as it is: it follows when its year is
     * added.
     */
    LocalDate workedFrom(LocalDate day) {
        LocalDate worked = day;
        while (years.contains(worked.getYear())) {
            if (isWorkingDay(worked)) {
                return worked;
            }
            worked = worked.plusDays(1);
        }
        return day;
    }

    /** Monday to Friday. */
    public static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
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
}
