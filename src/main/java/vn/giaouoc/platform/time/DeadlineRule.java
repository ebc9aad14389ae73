package vn.giaouoc.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** How a deadline lies to the moment it is counted from. The day of that moment itself never counts. */
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
     * @throws vn.giaouoc.shared.ConflictRefusal the holiday table ends before
     */
    public Instant reckon(WorkCalendar calendar, int days, boolean calendarDays, Instant start, ZoneId zone) {
        LocalDate from = LocalDate.ofInstant(start, zone);
        LocalDate day;
        if (this == AFTER) {
            day = calendarDays ? from.plusDays(days) : calendar.after(from, days);
        } else {
            day = calendarDays ? from.minusDays(days) : calendar.before(from, days);
        }
        return day.atTime(this == MORNING ? OPENING : CLOSE_OF_BUSINESS).atZone(zone).toInstant();
    }
}
