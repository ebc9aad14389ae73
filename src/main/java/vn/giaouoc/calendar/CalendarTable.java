package vn.giaouoc.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.giaouoc.calendar.CalendarEdit.Action;
import vn.giaouoc.calendar.CalendarEdit.DayEdit;
import vn.giaouoc.calendar.CalendarEdit.ParameterEdit;
import vn.giaouoc.calendar.CalendarEdit.YearEdit;
import vn.giaouoc.platform.time.WorkCalendar;

/** The holiday table and the deadlines in memory: as they are, or as they would be after an edit. */
record CalendarTable(Map<Integer, Year> years, Map<LocalDate, Day> days, List<Parameter> parameters) {

    /**
     * A year that deadlines are counted in.
     *
     * @param announced false: computed from the law, the announcement may still move days
     */
    record Year(int year, boolean announced, String legalSource, String recordedBy, Instant recordedAt) {

        /** The same, by whom as people read it. */
        Year by(String person) {
            return new Year(year, announced, legalSource, person, recordedAt);
        }
    }

    /** A day that differs from Monday to Friday. @param expected to be confirmed by the announcement of its year */
    record Day(LocalDate day, DayKind kind, DayCategory category, String name, String legalSource, boolean expected, String recordedBy,
               Instant recordedAt) {

        /** The same, by whom as people read it. */
        Day by(String person) {
            return new Day(day, kind, category, name, legalSource, expected, person, recordedAt);
        }
    }

    /**
     * A deadline as valid from a day on.
     *
     * @param value       days, 0–365
     * @param workingOnly calendar days make no sense for it, fixed by the product
     * @param direction   AFTER or BEFORE, fixed by the product
     */
    record Parameter(String code, String name, int value, boolean calendarDays, boolean workingOnly, String direction, String legalSource,
                     boolean uncertain, LocalDate validFrom, LocalDate validTo, String recordedBy, Instant recordedAt) {

        Parameter until(LocalDate last) {
            return new Parameter(code, name, value, calendarDays, workingOnly, direction, legalSource, uncertain, validFrom, last, recordedBy,
                    recordedAt);
        }

        /** The same, by whom as people read it. */
        Parameter by(String person) {
            return new Parameter(code, name, value, calendarDays, workingOnly, direction, legalSource, uncertain, validFrom, validTo, person,
                    recordedAt);
        }
    }

    WorkCalendar calendar() {
        return new WorkCalendar(years.keySet(), days.values().stream()
                .collect(Collectors.toMap(Day::day, day -> day.kind() == DayKind.WORKING_DAY)));
    }

    /** The row that counts on a day, as {@link vn.giaouoc.platform.time.Deadlines} finds it. */
    Optional<Parameter> parameter(String code, LocalDate on) {
        return parameters.stream().filter(row -> row.code().equals(code) && !row.validFrom().isAfter(on)
                && (row.validTo() == null || !row.validTo().isBefore(on))).max(Comparator.comparing(Parameter::validFrom));
    }

    /** The rows of a deadline, the latest first. */
    List<Parameter> rows(String code) {
        return parameters.stream().filter(row -> row.code().equals(code)).sorted(Comparator.comparing(Parameter::validFrom).reversed()).toList();
    }

    /** The table after a checked edit. */
    CalendarTable with(CalendarEdit edit, String by, Instant at) {
        Map<Integer, Year> newYears = new TreeMap<>(years);
        for (YearEdit year : edit.years()) {
            newYears.put(year.year(), new Year(year.year(), year.announced(), year.legalSource(), by, at));
        }
        Map<LocalDate, Day> newDays = new TreeMap<>(days);
        for (DayEdit day : edit.days()) {
            if (day.action() == Action.REMOVE) {
                newDays.remove(day.day());
            } else {
                newDays.put(day.day(), new Day(day.day(), day.kind(), day.category(), day.name(), day.legalSource(),
                        Boolean.TRUE.equals(day.expected()), by, at));
            }
        }
        List<Parameter> rows = parameters;
        for (ParameterEdit parameter : edit.parameters()) {
            rows = with(rows, parameter, by, at);
        }
        return new CalendarTable(newYears, newDays, rows);
    }

    /** The new row, until the one after it if there is one; and the one before it ended the day before. */
    private static List<Parameter> with(List<Parameter> rows, ParameterEdit edit, String by, Instant at) {
        var own = new TreeMap<LocalDate, Parameter>();
        rows.stream().filter(row -> row.code().equals(edit.code())).forEach(row -> own.put(row.validFrom(), row));
        Parameter any = own.firstEntry().getValue();
        Map.Entry<LocalDate, Parameter> earlier = own.lowerEntry(edit.validFrom());
        LocalDate next = own.higherKey(edit.validFrom());
        if (earlier != null) {
            own.put(earlier.getKey(), earlier.getValue().until(edit.validFrom().minusDays(1)));
        }
        own.put(edit.validFrom(), new Parameter(edit.code(), any.name(), edit.days(), edit.calendarDays(), any.workingOnly(), any.direction(),
                edit.legalSource(), edit.uncertain(), edit.validFrom(), next == null ? null : next.minusDays(1), by, at));
        List<Parameter> all = new ArrayList<>(rows.stream().filter(row -> !row.code().equals(edit.code())).toList());
        all.addAll(own.values());
        return all;
    }
}
