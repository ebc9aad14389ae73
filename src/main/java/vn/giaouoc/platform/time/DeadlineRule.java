package vn.giaouoc.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How a deadline lies to the moment it is counted from. The day of that moment itself never counts; a time limit in calendar days that would
 * end on a day off ends on the next working day (Bộ luật Dân sự 2015, Điều 147 khoản 2, Điều 148 khoản 5).
 */
public enum DeadlineRule {

    /** 17:00 local so many days after. */
    AFTER,
    /** 17:00 local so many days before. */
    BEFORE,
    /** 08:00 local so many days before: when work begins, not when it is due. */
    MORNING;

    private static final LocalTime OPENING = LocalTime.of(8, 0);
    static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(17, 0);

    /**
     * The deadline.
     *
     * @param days         0–365
     * @param calendarDays every day counts; else working days only
     * @throws vn.giaouoc.shared.ConflictRefusal the holiday table ends before, and working days are counted
     */
    public Instant reckon(WorkCalendar calendar, int days, boolean calendarDays, Instant start, ZoneId zone) {
        LocalDate from = LocalDate.ofInstant(start, zone);
        LocalDate day;
        if (this == AFTER) {
            day = calendarDays ? calendar.workedFrom(from.plusDays(days)) : calendar.after(from, days);
        } else {
            day = calendarDays ? from.minusDays(days) : calendar.before(from, days);
        }
        return day.atTime(this == MORNING ? OPENING : CLOSE_OF_BUSINESS).atZone(zone).toInstant();
    }
}
