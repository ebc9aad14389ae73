package vn.giaouoc.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * What the office changes in one go: years, days and deadlines together, because their consequences are one list. Lists are never null.
 *
 * @param reason why, for the record
 */
public record CalendarEdit(String reason, List<YearEdit> years, List<DayEdit> days, List<ParameterEdit> parameters) {

    public CalendarEdit {
        years = years == null ? List.of() : years;
        days = days == null ? List.of() : days;
        parameters = parameters == null ? List.of() : parameters;
    }

    /** A year begins to be counted in, or its announcement has come. @param announced false: the law only, days may still move */
    public record YearEdit(Integer year, Boolean announced, String legalSource) {
    }

    /** ADD a day, CHANGE what it is, REMOVE it from the table (it becomes an ordinary day). */
    public enum Action { ADD, CHANGE, REMOVE }

    /** @param expected to be confirmed by the announcement of the year */
    public record DayEdit(LocalDate day, Action action, DayKind kind, DayCategory category, String name, String legalSource,
                          Boolean expected) {
    }

    /**
     * A deadline from a day on; from the very day of an existing row it corrects that row.
     *
     * @param days         0–365
     * @param calendarDays every day counts; else working days only
     * @param uncertain    the province's own choice, the law names no number
     */
    public record ParameterEdit(String code, Integer days, Boolean calendarDays, String legalSource, Boolean uncertain,
                                LocalDate validFrom) {
    }
}
