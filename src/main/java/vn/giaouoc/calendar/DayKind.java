package vn.giaouoc.calendar;

/** What a day of the holiday table is. */
public enum DayKind {
    /** A weekday that is not worked. */
    HOLIDAY,
    /** A Saturday or Sunday that is worked in exchange. */
    WORKING_DAY
}
