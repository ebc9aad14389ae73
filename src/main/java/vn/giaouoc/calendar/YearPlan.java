package vn.giaouoc.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A room whose cases have deadlines; each answers for its own, open and drafted. */
public interface YearPlan {

    /**
     * The deadlines of its cases; those outside the year may be given too. Changes nothing.
     *
     * @param now what is not done yet is counted from here at the earliest
     */
    List<PlannedDeadline> deadlines(LocalDate from, LocalDate to, Instant now);
}
