package vn.giaouoc.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * How far a change reaches: a deadline that has none of these parameters and lies, with what it is counted from, outside of these days is
 * what it was.
 *
 * @param parameters codes whose rows change
 * @param first      first day that changes; null: none
 * @param last       last day that changes; null: none
 */
record Extent(List<String> parameters, LocalDate first, LocalDate last) {

    /** @param years that are new in the table: all their days change */
    static Extent of(List<String> parameters, Collection<LocalDate> days, Collection<Integer> years) {
        var all = new TreeSet<>(days);
        years.forEach(year -> all.addAll(List.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))));
        return new Extent(parameters, all.isEmpty() ? null : all.first(), all.isEmpty() ? null : all.last());
    }
}
