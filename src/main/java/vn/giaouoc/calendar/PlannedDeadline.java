package vn.giaouoc.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * A deadline of the year as a room foresees it.
 *
 * @param caseCode  of the campaign, bloc-year or composition
 * @param title     of the case
 * @param what      what is due, as officials read it
 * @param group     engine group that has to do it, {@code snv-specialist} or {@code unit-sgddt}; null when several units do
 * @param units     codes of the units that have to; empty when one role does
 * @param fixed     given as a date by a paper or person; else computed
 * @param state     whether it is done, open, still to come or only foreseen
 */
public record PlannedDeadline(String caseCode, String title, String what, LocalDate day, String group, Set<String> units, boolean fixed,
                              DeadlineState state) {

    public PlannedDeadline {
        units = Set.copyOf(units);
    }
}
