package vn.giaouoc.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.BlocYearStatus;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotFound;

/** What conferences of blocs left to be done: opened and read. */
@Service
@Transactional
public class BlocActions {

    private static final String ROWS = "select a.code, a.bloc_year_code, a.origin_case, a.no, a.kind, a.content, a.owner_unit, a.due_on, "
            + "a.status, a.problem, a.overdue_at, a.closed_at, r.text from bloc_action a left join lateral (select text from "
            + "bloc_action_report where action_code = a.code order by seq desc limit 1) r on true ";

    private final BlocYears years;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final ActionFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    BlocActions(BlocYears years, Organisation organisation, Deadlines deadlines, ActionFlow flow, JdbcClient jdbc,
                Clock clock) {
        this.years = years;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // ---- opening ----------------------------------------------------------------------------------------------------

    /**
     * Opens a case for each of them; their contents, owners and dates were checked with the conference. One that was opened
     * before (by {@code originCase} and {@code no}) stays as it is: a repeat changes nothing. An owner that
     * has ended since is followed by its heir; one that cannot be given work holds up nobody.
     *
     * @param headUnit the head unit that held the conference
     * @return their codes ({@code KT-2026-001/V01}), in the given order
     * @throws NotFound        no such bloc-year
     * @throws ConflictRefusal the bloc's year is closed
     */
    public List<String> open(String blocYear, String headUnit, List<NewAction> actions) {
        jdbc.sql("select code from bloc_year where code = ? for update").param(blocYear).query(String.class).list(); // before its status is read
        BlocYearView year = years.get(blocYear);
        if (year.status() == BlocYearStatus.CLOSED) {
            throw new ConflictRefusal("Năm công tác của khối đã khép; không giao được việc mới.");
        }
        Map<String, Organisation.Readiness> owners = organisation.readiness(actions.stream().map(NewAction::ownerUnit).distinct().toList());
        List<String> codes = new ArrayList<>();
        for (NewAction action : actions) {
            codes.add(known(action).stream().findFirst().orElseGet(() -> open(year, headUnit, action, owners.get(action.ownerUnit()))));
        }
        return codes;
    }

    private List<String> known(NewAction action) {
        return jdbc.sql("select code from bloc_action where origin_case = ? and no = ?").params(action.originCase(), action.no())
                .query(String.class).list();
    }

    private String open(BlocYearView year, String headUnit, NewAction action, Organisation.Readiness owner) {
        int number = 1 + jdbc.sql("select count(*) from bloc_action where bloc_year_code = ?").param(year.code()).query(Integer.class).single();
        String code = ActionKey.of(year.code(), number);
        jdbc.sql("insert into bloc_action (code, bloc_year_code, origin_case, no, kind, content, owner_unit, head_unit, due_on, status, "
                        + "problem, opened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(code, year.code(), action.originCase(), action.no(), action.kind().name(), action.content().strip(), action.ownerUnit(),
                        headUnit, action.dueOn(), (owner.ready() ? BlocActionStatus.OPEN : BlocActionStatus.BLOCKED).name(), owner.problem(),
                        Timestamp.from(clock.instant())).update();
        flow.start(new ActionOpening(code, year.code(), "Việc " + ActionKey.number(code) + ", " + year.title(), owner.unitName(), Organisation.unitGroup(action.ownerUnit()),
                deadlines.at(action.dueOn()), owner.ready()));
        return code;
    }

    // ---- reading ----------------------------------------------------------------------------------------------------

    /** All actions of a bloc's year, in order, for the product's own use. */
    @Transactional(readOnly = true)
    public List<BlocActionView> of(String blocYear) {
        return named(jdbc.sql(ROWS + "where a.bloc_year_code = ? order by length(a.code), a.code").param(blocYear).query(this::row).list());
    }

    /** The same, if this person may see the bloc. @throws NotFound otherwise */
    @Transactional(readOnly = true)
    public List<BlocActionView> of(Actor actor, String blocYear) {
        years.get(actor, blocYear);
        return of(blocYear);
    }

    /** One action, for the product's own use. @throws NotFound */
    @Transactional(readOnly = true)
    public BlocActionView get(String code) {
        return named(jdbc.sql(ROWS + "where a.code = ?").param(code).query(this::row).list()).stream().findFirst()
                .orElseThrow(() -> new NotFound("Không tìm thấy việc " + code + " của khối."));
    }

    private BlocActionView row(ResultSet rs, int n) throws SQLException {
        return new BlocActionView(rs.getString("code"), rs.getString("bloc_year_code"), rs.getString("origin_case"), rs.getInt("no"),
                ActionKind.valueOf(rs.getString("kind")), null, rs.getString("content"), rs.getString("owner_unit"), null,
                rs.getObject("due_on", LocalDate.class), BlocActionStatus.valueOf(rs.getString("status")), rs.getString("text"),
                rs.getString("problem"), false, instant(rs, "overdue_at"), instant(rs, "closed_at"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private List<BlocActionView> named(List<BlocActionView> rows) {
        Map<String, String> names = organisation.namesToday(rows.stream().map(BlocActionView::ownerUnit).distinct().toList());
        Map<String, BlocYearView> blocs = rows.stream().map(BlocActionView::blocYear).distinct()
                .collect(Collectors.toMap(Function.identity(), years::get));
        return rows.stream().map(a -> new BlocActionView(a.code(), a.blocYear(), a.originCase(), a.no(), a.kind(),
                a.kind().label(blocs.get(a.blocYear())), a.content(), a.ownerUnit(), names.get(a.ownerUnit()), a.dueOn(), a.status(), a.result(),
                a.problem(), isOverdue(a), a.overdueAt(), a.closedAt())).toList();
    }

    private boolean isOverdue(BlocActionView action) {
        return action.status().owed() && !clock.instant().isBefore(deadlines.at(action.dueOn()));
    }
}
