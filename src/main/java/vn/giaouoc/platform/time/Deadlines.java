package vn.giaouoc.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotFound;

/**
 * The deadlines of the parameter table. "n working days after": the day of receipt does not count; due at 17:00 local
 * time of the last day.
 */
@Component
public class Deadlines {

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final DeadlineLedger ledger;
    private final Clock clock;

    Deadlines(JdbcClient jdbc, WorkingDays workingDays, DeadlineLedger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The deadlines of this case, kept with what they were computed from: a change of the calendar moves them. */
    public CaseDeadlines of(String caseCode) {
        return new CaseDeadlines(caseCode, this, ledger);
    }

    /**
     * A row of the parameter table as valid on one day.
     *
     * @param value     days, 0–365
     * @param uncertain whether it is the province's own choice and not a number of the law
     * @param calendarDays whether every day counts, where the law says days, months or a year; else working days only
     */
    public record Parameter(String code, String name, int value, String legalSource, boolean uncertain, LocalDate validFrom,
                            boolean calendarDays) {
    }

    /** A computed deadline and the parameter it comes from. */
    public record Deadline(Instant dueAt, Parameter parameter) {
    }

    /**
     * The deadline so many days after the start; working days unless the row says calendar days, of which the last is moved to a working day.
     *
     * @throws NotFound when no parameter of that code is valid on the start's day
     */
    public Deadline due(String code, Instant start) {
        Parameter parameter = parameter(code, day(start));
        return new Deadline(reckon(DeadlineRule.AFTER, parameter, start), parameter);
    }

    /** {@link #due}; empty as long as the table of holidays does not reach so far. */
    public Optional<Instant> dueIfKnown(String code, Instant start) {
        try {
            return Optional.of(due(code, start).dueAt());
        } catch (ConflictRefusal yearMissing) {
            return Optional.empty();
        }
    }

    /** The moment so many days before the deadline, 17:00 local. Errors as {@link #due}. */
    public Instant before(String code, Instant deadline) {
        return reckon(DeadlineRule.BEFORE, parameter(code, day(deadline)), deadline);
    }

    /** 08:00 local so many days before the deadline: when work begins, not when it is due. Errors as {@link #due}. */
    public Instant morningBefore(String code, Instant deadline) {
        return reckon(DeadlineRule.MORNING, parameter(code, day(deadline)), deadline);
    }

    private Instant reckon(DeadlineRule rule, Parameter parameter, Instant start) {
        LocalDate from = day(start);
        int span = WorkingDays.span(parameter.value());
        WorkCalendar calendar = rule == DeadlineRule.AFTER ? workingDays.calendar(from, from.plusDays(span))
                : workingDays.calendar(from.minusDays(span), from);
        return rule.reckon(calendar, parameter.value(), parameter.calendarDays(), start, clock.getZone());
    }

    /** 17:00 local of the n-th working day after the start. */
    public Instant inWorkingDays(int n, Instant start) {
        return at(workingDays.after(day(start), n));
    }

    /** 17:00 local of this day. */
    public Instant at(LocalDate day) {
        return day.atTime(DeadlineRule.CLOSE_OF_BUSINESS).atZone(clock.getZone()).toInstant();
    }

    /** The parameter as valid today. */
    public Parameter parameter(String code) {
        return parameter(code, day(clock.instant()));
    }

    private Parameter parameter(String code, LocalDate on) {
        return jdbc.sql("""
                        select code, name, working_days as value, legal_source, uncertain, valid_from, calendar_days
                        from deadline_parameter
                        where code = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                        order by valid_from desc limit 1""")
                .params(code, on, on).query(Parameter.class).optional()
                .orElseThrow(() -> new NotFound("Không có tham số thời hạn %s cho ngày này.".formatted(code)));
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }
}
