package vn.giaouoc.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A room whose cases have deadlines; each answers for its own, open and drafted. */
public interface YearPlan {

    /**
     * The deadlines of its cases; those outside the year may be given too. What somebody has to do now stands where it is due. Changes
     * nothing.
     *
     * @param now what nobody has begun yet is counted from here at the earliest
     */
    List<PlannedDeadline> deadlines(LocalDate from, LocalDate to, Instant now);
}
