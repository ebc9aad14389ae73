package vn.giaouoc.platform.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps from what deadlines were computed; written by {@link CaseDeadlines}, read when the calendar changes. */
@Component
public class DeadlineLedger {

    private static final String ROWS = "select case_code, slot, parameter, days, rule, start_at, base, latest_at, due_at from deadline_basis ";

    private final JdbcClient jdbc;

    DeadlineLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement; a row that says the same already is not touched, so that batches of one case do not wait for each other. */
    void keep(DeadlineBasis basis) {
        jdbc.sql("""
                        insert into deadline_basis (case_code, slot, parameter, days, rule, start_at, base, latest_at, due_at)
                        select :case, :slot, :parameter, :days, :rule, :start, :base, :latest, :due where not exists (select 1 from deadline_basis
                          where case_code = :case and slot = :slot and parameter is not distinct from :parameter
                          and days is not distinct from :days and rule = :rule and start_at = :start
                          and base is not distinct from :base and latest_at is not distinct from :latest and due_at = :due)
                        on conflict (case_code, slot) do update set parameter = excluded.parameter, days = excluded.days,
                          rule = excluded.rule, start_at = excluded.start_at, base = excluded.base, latest_at = excluded.latest_at,
                          due_at = excluded.due_at""")
                .param("case", basis.caseCode()).param("slot", basis.slot()).param("parameter", basis.parameter(), Types.VARCHAR)
                .param("days", basis.days(), Types.INTEGER).param("rule", basis.rule().name())
                .param("start", Timestamp.from(basis.startAt())).param("base", basis.base(), Types.VARCHAR)
                .param("latest", timestamp(basis.latestAt()), Types.TIMESTAMP).param("due", Timestamp.from(basis.dueAt())).update();
    }

    Optional<Instant> standing(String caseCode, String slot) {
        return jdbc.sql("select due_at from deadline_basis where case_code = ? and slot = ?").params(caseCode, slot).query(Timestamp.class)
                .optional().map(Timestamp::toInstant);
    }

    void forget(String caseCode, Collection<String> slots) {
        jdbc.sql("delete from deadline_basis where case_code = ? and slot = any(?)").params(caseCode, slots.toArray(String[]::new)).update();
    }

    /**
     * All deadlines of cases of which at least one may be another after a change.
     *
     * @param parameters codes whose rows change
     * @param first      first day that changes; null: none
     * @param last       last day that changes
     */
    public List<DeadlineBasis> touched(Collection<String> parameters, Instant first, Instant last) {
        return jdbc.sql(ROWS + "where case_code in (select case_code from deadline_basis where parameter = any(:parameters) "
                        + "or (least(start_at, due_at) <= :last and greatest(start_at, due_at) >= :first)) order by case_code, slot")
                .param("parameters", parameters.toArray(String[]::new)).param("first", timestamp(first), Types.TIMESTAMP)
                .param("last", timestamp(last), Types.TIMESTAMP).query(DeadlineLedger::row).list();
    }

    /** Keys of the cases below this one that have a deadline of their own in this slot. */
    public List<String> ownUnder(String caseCode, String slot) {
        return jdbc.sql("select case_code from deadline_basis where slot = ? and starts_with(case_code, ?)").params(slot, caseCode + "/")
                .query(String.class).list();
    }

    /** The deadline stands elsewhere now; what is counted from it follows when it is moved itself. */
    public void moved(String caseCode, String slot, Instant from, Instant to) {
        jdbc.sql("update deadline_basis set due_at = case when slot = :slot then :to else due_at end, "
                        + "start_at = case when base = :slot and start_at = :from then :to else start_at end "
                        + "where case_code = :case and (slot = :slot and due_at = :from or base = :slot)")
                .param("case", caseCode).param("slot", slot).param("from", Timestamp.from(from)).param("to", Timestamp.from(to)).update();
    }

    private static Timestamp timestamp(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static DeadlineBasis row(ResultSet rs, int n) throws SQLException {
        return new DeadlineBasis(rs.getString("case_code"), rs.getString("slot"), rs.getString("parameter"),
                rs.getObject("days", Integer.class), DeadlineRule.valueOf(rs.getString("rule")), rs.getTimestamp("start_at").toInstant(),
                rs.getString("base"), rs.getTimestamp("latest_at") == null ? null : rs.getTimestamp("latest_at").toInstant(),
                rs.getTimestamp("due_at").toInstant());
    }
}
