package vn.giaouoc.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.calendar.CalendarTable.Day;
import vn.giaouoc.calendar.CalendarTable.Parameter;
import vn.giaouoc.calendar.CalendarTable.Year;
import vn.giaouoc.calendar.ChangeView.Line;

/** The tables of calendar, deadlines and their changes. */
@Component
class CalendarRows {

    private static final String MOVES = "select case_code, slot, name, old_due_at, new_due_at, outcome, cases, tasks from deadline_move "
            + "where change_code = ? ";

    private static final String CHANGES = "select c.*, coalesce((select surname || ' ' || name from person where user_id = c.decided_by), "
            + "c.decided_by) as decided_by_name, (select count(*) from deadline_move m where m.change_code = c.code and m.outcome <> 'KEPT') "
            + "as moves, (select count(*) from deadline_move m where m.change_code = c.code and m.outcome = 'PENDING') as pending "
            + "from calendar_change c ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    CalendarRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    // ---- the table --------------------------------------------------------------------------------------------------

    CalendarTable table() {
        Map<Integer, Year> years = new TreeMap<>();
        jdbc.sql("select year, announced, legal_source, recorded_by, recorded_at from calendar_year").query(Year.class).list()
                .forEach(year -> years.put(year.year(), year));
        Map<LocalDate, Day> days = new TreeMap<>();
        jdbc.sql("select day, kind, category, name, legal_source, expected, recorded_by, recorded_at from calendar_day").query(Day.class)
                .list().forEach(day -> days.put(day.day(), day));
        List<Parameter> parameters = jdbc.sql("select code, name, working_days as value, calendar_days, working_only, direction, "
                        + "legal_source, uncertain, valid_from, valid_to, recorded_by, recorded_at from deadline_parameter order by code, valid_from desc")
                .query(Parameter.class).list();
        return new CalendarTable(years, days, parameters);
    }

    /** Writes what differs, and each difference with what was there before. */
    void replace(String change, CalendarTable before, CalendarTable after) {
        int[] seq = {0};
        after.years().forEach((number, year) -> {
            if (!year.equals(before.years().get(number))) {
                line(change, ++seq[0], "YEAR", number.toString(), before.years().get(number), year);
                jdbc.sql("insert into calendar_year (year, announced, legal_source, recorded_by, recorded_at) values (?, ?, ?, ?, ?) "
                                + "on conflict (year) do update set announced = excluded.announced, legal_source = excluded.legal_source, "
                                + "recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at")
                        .params(year.year(), year.announced(), year.legalSource(), year.recordedBy(), Timestamp.from(year.recordedAt()))
                        .update();
            }
        });
        var touched = new TreeSet<>(before.days().keySet());
        touched.addAll(after.days().keySet());
        for (LocalDate day : touched) {
            if (!Objects.equals(before.days().get(day), after.days().get(day))) {
                line(change, ++seq[0], "DAY", day.toString(), before.days().get(day), after.days().get(day));
                day(day, after.days().get(day));
            }
        }
        for (Parameter row : after.parameters()) {
            Parameter old = before.rows(row.code()).stream().filter(other -> other.validFrom().equals(row.validFrom())).findFirst()
                    .orElse(null);
            if (!row.equals(old)) {
                line(change, ++seq[0], "PARAMETER", row.code(), old, row);
                parameter(row);
            }
        }
    }

    private void day(LocalDate day, Day now) {
        if (now == null) {
            jdbc.sql("delete from calendar_day where day = ?").param(day).update();
            return;
        }
        jdbc.sql("insert into calendar_day (day, kind, category, name, legal_source, expected, recorded_by, recorded_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (day) do update set kind = excluded.kind, category = excluded.category, "
                        + "name = excluded.name, legal_source = excluded.legal_source, expected = excluded.expected, "
                        + "recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at")
                .params(day, now.kind().name(), now.category().name(), now.name(), now.legalSource(), now.expected(), now.recordedBy(),
                        Timestamp.from(now.recordedAt())).update();
    }

    private void parameter(Parameter row) {
        jdbc.sql("insert into deadline_parameter (code, name, working_days, calendar_days, working_only, direction, legal_source, uncertain, "
                        + "valid_from, valid_to, recorded_by, recorded_at) values (:code, :name, :days, :calendar, :workingOnly, :direction, :source, "
                        + ":uncertain, :from, :to, :by, :at) on conflict (code, valid_from) do update set working_days = excluded.working_days, "
                        + "calendar_days = excluded.calendar_days, legal_source = excluded.legal_source, uncertain = excluded.uncertain, "
                        + "valid_to = excluded.valid_to, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at")
                .param("code", row.code()).param("name", row.name()).param("days", row.value()).param("calendar", row.calendarDays())
                .param("workingOnly", row.workingOnly()).param("direction", row.direction()).param("source", row.legalSource())
                .param("uncertain", row.uncertain()).param("from", row.validFrom()).param("to", row.validTo(), Types.DATE)
                .param("by", row.recordedBy()).param("at", Timestamp.from(row.recordedAt())).update();
    }

    private void line(String change, int seq, String kind, String subject, Object before, Object after) {
        jdbc.sql("insert into calendar_change_line values (?, ?, ?, ?, ?::jsonb, ?::jsonb)")
                .params(change, seq, kind, subject, write(before), write(after)).update();
    }

    // ---- changes ----------------------------------------------------------------------------------------------------

    /** One change after the other, each in its transaction. */
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('calendar', 42))").query((rs, n) -> 0).single();
    }

    boolean moving() {
        return jdbc.sql("select count(*) from calendar_change where done_at is null").query(Long.class).single() > 0;
    }

    /** Code of the last change; empty: there was none. */
    String latest() {
        return jdbc.sql("select code from calendar_change order by decided_at desc, code desc limit 1").query(String.class).optional().orElse("");
    }

    boolean exists(String code) {
        return jdbc.sql("select count(*) from calendar_change where code = ?").param(code).query(Long.class).single() == 1;
    }

    String insert(String reason, String by, Instant at) {
        int year = LocalDate.ofInstant(at, clock.getZone()).getYear();
        int next = jdbc.sql("insert into case_sequence values ('LL', ?, 1) on conflict (prefix, year) "
                + "do update set last = case_sequence.last + 1 returning last").param(year).query(Integer.class).single();
        String code = CalendarChanges.PREFIX + "%d-%03d".formatted(year, next);
        jdbc.sql("insert into calendar_change (code, reason, decided_by, decided_at) values (?, ?, ?, ?)")
                .params(code, reason, by, Timestamp.from(at)).update();
        return code;
    }

    /** Of what a change moves, in one statement; a deadline that was moved and must be moved once more is pending again. */
    void insert(String change, List<Move> moves) {
        jdbc.sql("insert into deadline_move (change_code, case_code, slot, name, old_due_at, new_due_at, outcome, cases, tasks) "
                        + "select :change, \"caseCode\", slot, name, \"oldDueAt\", \"newDueAt\", case when kept then 'KEPT' else 'PENDING' end, "
                        + "cases, tasks from jsonb_to_recordset(:moves::jsonb) as move (\"caseCode\" text, slot text, name text, "
                        + "\"oldDueAt\" timestamptz, \"newDueAt\" timestamptz, kept boolean, cases integer, tasks jsonb) "
                        + "on conflict (change_code, case_code, slot) do update set old_due_at = excluded.old_due_at, "
                        + "new_due_at = excluded.new_due_at, outcome = excluded.outcome, cases = excluded.cases, tasks = excluded.tasks")
                .param("change", change).param("moves", write(moves)).update();
    }

    /** How far a change reaches, from what it wrote. */
    Extent extent(String change) {
        List<String> parameters = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        List<Integer> years = new ArrayList<>();
        jdbc.sql("select kind, subject from calendar_change_line where change_code = ? and (kind <> 'YEAR' or before is null)").param(change)
                .query(row -> {
                    switch (row.getString("kind")) {
                        case "DAY" -> days.add(LocalDate.parse(row.getString("subject")));
                        case "YEAR" -> years.add(Integer.valueOf(row.getString("subject")));
                        default -> parameters.add(row.getString("subject"));
                    }
                });
        return Extent.of(parameters, days, years);
    }

    /** The moves that are not done: what belongs to one unit before what is shared, then what is due first. */
    List<Move> pending(String change, int most) {
        return jdbc.sql(MOVES + "and outcome = 'PENDING' order by length(case_code) desc, old_due_at, case_code, slot limit ?")
                .params(change, most).query(this::move).list();
    }

    void moved(String change, Move move) {
        jdbc.sql("update deadline_move set outcome = 'MOVED' where change_code = ? and case_code = ? and slot = ?")
                .params(change, move.caseCode(), move.slot()).update();
    }

    void done(String change) {
        jdbc.sql("update calendar_change set done_at = ? where code = ?").params(Timestamp.from(clock.instant()), change).update();
    }

    /** The latest first, without lines and moves. */
    List<ChangeView> changes(int most) {
        return jdbc.sql(CHANGES + "order by c.decided_at desc, c.code desc limit ?").param(most)
                .query((rs, n) -> change(rs, List.of(), List.of())).list();
    }

    /** One change with all of it; empty list: unknown. */
    List<ChangeView> change(String code) {
        List<Line> lines = jdbc.sql("select kind, subject, before, after from calendar_change_line where change_code = ? order by seq")
                .param(code).query((rs, n) -> new Line(rs.getString("kind"), rs.getString("subject"), read(rs.getString("before")),
                        read(rs.getString("after")))).list();
        List<ChangeView.Moved> moves = jdbc.sql(MOVES + "order by old_due_at, case_code, slot").param(code)
                .query((rs, n) -> new ChangeView.Moved(rs.getString("outcome"), move(rs, n))).list();
        return jdbc.sql(CHANGES + "where code = ?").param(code)
                .query((rs, n) -> change(rs, lines, moves)).list();
    }

    private ChangeView change(ResultSet rs, List<Line> lines, List<ChangeView.Moved> moves) throws SQLException {
        Timestamp done = rs.getTimestamp("done_at");
        return new ChangeView(rs.getString("code"), rs.getString("reason"), rs.getString("decided_by_name"),
                rs.getTimestamp("decided_at").toInstant(), done == null ? null : done.toInstant(), rs.getInt("moves"), rs.getInt("pending"),
                lines, moves);
    }

    private Move move(ResultSet rs, int n) throws SQLException {
        return new Move(rs.getString("case_code"), rs.getString("slot"), rs.getString("name"), rs.getTimestamp("old_due_at").toInstant(),
                rs.getTimestamp("new_due_at").toInstant(), "KEPT".equals(rs.getString("outcome")), rs.getInt("cases"),
                read(rs.getString("tasks"), new TypeReference<>() { }));
    }

    // ---- rules of holidays ------------------------------------------------------------------------------------------

    /** A holiday of the law. @param lunar whether month and day are of the Vietnamese calendar */
    record Rule(String name, boolean lunar, int month, int day, int firstOffset, int days, boolean expected, String legalSource) {
    }

    List<Rule> rules(int year) {
        return jdbc.sql("select name, lunar, month, day, first_offset, days, expected, legal_source from holiday_rule "
                        + "where valid_from <= :on and (valid_to is null or valid_to >= :on) order by lunar, month, day")
                .param("on", LocalDate.of(year, 12, 31)).query(Rule.class).list();
    }

    private String write(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> read(String stored) {
        return stored == null ? null : read(stored, new TypeReference<>() { });
    }

    private <T> T read(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // written by this product
        }
    }
}
