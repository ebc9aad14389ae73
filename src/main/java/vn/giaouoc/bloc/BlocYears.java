package vn.giaouoc.bloc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.shared.Page;

/** Blocs in their periods: opened by the decision's case, read, closed, and taken over by the successors of their members. */
@Service
@Transactional
public class BlocYears {

    private static final String YEARS = "select code, composition_code, bloc_code, kind, name, year, school_year, from_date, to_date, "
            + "campaign_code, "
            + "status, problem, rules, criteria from bloc_year ";
    private static final TypeReference<List<Criterion>> CRITERIA = new TypeReference<>() {
    };

    private final BlocFlow flow;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final BlocAccess access;
    private final List<BlocYearListener> listeners;
    private final ObjectMapper json;
    private final JdbcClient jdbc;

    BlocYears(BlocFlow flow, Organisation organisation, Deadlines deadlines, BlocAccess access, List<BlocYearListener> listeners,
              ObjectMapper json, JdbcClient jdbc) {
        this.flow = flow;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.access = access;
        this.listeners = listeners;
        this.json = json;
        this.jdbc = jdbc;
    }

    // ---- reading ----------------------------------------------------------------------------------------------------

    /** One bloc-year, for the product's own use. @throws NotFound */
    @Transactional(readOnly = true)
    public BlocYearView get(String code) {
        return withMembers(jdbc.sql(YEARS + "where code = ?").param(code).query(this::row).list()).stream().findFirst()
                .orElseThrow(() -> new NotFound("Không tìm thấy khối thi đua " + code + "."));
    }

    /** One bloc-year, if this person may see it. @throws NotFound otherwise */
    @Transactional(readOnly = true)
    public BlocYearView get(Actor actor, String code) {
        access.requireVisible(actor, code);
        return get(code);
    }

    /** The bloc-years of a composition, in the order of the decision; none before it is in force. */
    @Transactional(readOnly = true)
    public List<BlocYearView> ofComposition(String composition) {
        return withMembers(jdbc.sql(YEARS + "where composition_code = ? order by code").param(composition).query(this::row).list());
    }

    /** The bloc-years that run at some time between two days and are not closed. */
    @Transactional(readOnly = true)
    public List<BlocYearView> during(LocalDate from, LocalDate to) {
        return withMembers(jdbc.sql(YEARS + "where from_date <= ? and to_date >= ? and status <> 'CLOSED' order by code").params(to, from)
                .query(this::row).list());
    }

    /** The bloc-years a unit is or was a member of, latest first. */
    @Transactional(readOnly = true)
    public List<BlocYearView> ofUnit(String unit) {
        return withMembers(jdbc.sql(YEARS
                + "where code in (select bloc_year_code from bloc_member where unit_code = ?) order by from_date desc, code")
                .param(unit).query(this::row).list());
    }

    /**
     * Bloc-years this person may see, latest period first.
     *
     * @param year  of the period, or null
     * @param unit  code of a unit that is or was a member, or null
     * @param limit 1–200
     */
    @Transactional(readOnly = true)
    public Page<BlocYearView> list(Actor actor, Integer year, String unit, int offset, int limit) {
        Page.check(offset, limit);
        List<String> units = Organisation.unitsOf(actor);
        var parameters = new HashMap<String, Object>();
        parameters.put("year", year);
        parameters.put("unit", unit);
        parameters.put("all", access.readsAll(actor));
        parameters.put("units", units.isEmpty() ? List.of("-") : units);
        String where = "where (:year::int is null or year = :year) "
                + "and (:unit::text is null or code in (select bloc_year_code from bloc_member where unit_code = :unit)) "
                + "and (:all or code in (select bloc_year_code from bloc_member where unit_code in (:units)))";
        long total = jdbc.sql("select count(*) from bloc_year " + where).params(parameters).query(Long.class).single();
        List<BlocYearView> found = jdbc.sql(YEARS + where + " order by year desc, code offset :offset limit :limit").params(parameters)
                .param("offset", offset).param("limit", limit).query(this::row).list();
        return new Page<>(withMembers(found), total, offset, limit);
    }

    private BlocYearView row(ResultSet rs, int n) throws SQLException {
        return new BlocYearView(rs.getString("code"), rs.getString("composition_code"), rs.getString("bloc_code"), rs.getString("name"),
                BlocKind.valueOf(rs.getString("kind")), rs.getInt("year"), rs.getBoolean("school_year"),
                rs.getObject("from_date", LocalDate.class), rs.getObject("to_date", LocalDate.class), rs.getString("campaign_code"),
                rs.getString("rules"), criteria(rs.getString("criteria")), BlocYearStatus.valueOf(rs.getString("status")),
                rs.getString("problem"), List.of());
    }

    private List<Criterion> criteria(String content) {
        try {
            return json.readValue(content, CRITERIA);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // written by this product
        }
    }

    private List<BlocYearView> withMembers(List<BlocYearView> years) {
        Map<String, List<BlocMember>> members = members(years.stream().map(BlocYearView::code).toList());
        return years.stream().map(y -> new BlocYearView(y.code(), y.compositionCode(), y.blocCode(), y.name(), y.kind(), y.year(),
                y.schoolYear(),
                y.from(), y.to(), y.campaignCode(), y.rules(), y.criteria(), y.status(), y.problem(),
                members.getOrDefault(y.code(), List.of()))).toList();
    }

    private Map<String, List<BlocMember>> members(Collection<String> codes) {
        return jdbc.sql("select m.bloc_year_code, m.unit_code, u.name, m.role, m.from_date, m.until_date from bloc_member m "
                        + "join unit u on u.code = m.unit_code where m.bloc_year_code = any(?) order by m.seq, m.from_date, "
                        + "m.until_date nulls last")
                .param(codes.toArray(String[]::new))
                .query((rs, n) -> Map.entry(rs.getString(1), new BlocMember(rs.getString(2), rs.getString(3),
                BlocRole.valueOf(rs.getString(4)),
                        rs.getObject(5, LocalDate.class), rs.getObject(6, LocalDate.class)))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    // ---- opening and closing ----------------------------------------------------------------------------------------

    /** Numbers of the batches in which the blocs of a composition are opened. */
    @Transactional(readOnly = true)
    public List<Integer> batches(String composition) {
        return jdbc.sql("select distinct batch from bloc_year where composition_code = ? order by batch").param(composition)
                .query(Integer.class).list();
    }

    /**
     * Opens the blocs of one batch that are not open yet; all of them or, when the job fails, none. A bloc whose head unit cannot be given
     * work holds up nobody: its own case waits for it.
     */
    public void openBatch(String composition, int batch) {
        List<BlocYearView> pending = withMembers(jdbc.sql(YEARS
                + "where composition_code = ? and batch = ? and status = 'PENDING' order by code")
                .params(composition, batch).query(this::row).list());
        Map<String, Organisation.Readiness> heads = organisation.readiness(pending.stream().map(year -> year.head().unitCode()).toList());
        for (BlocYearView year : pending) {
            String problem = heads.get(year.head().unitCode()).problem();
            status(year.code(), problem == null ? BlocYearStatus.OPEN : BlocYearStatus.BLOCKED, problem);
            flow.open(new BlocYearOpening(year.code(), year.title(), Organisation.unitGroup(year.head().unitCode()),
                    deadlines.at(year.to()),
                    problem == null));
        }
    }

    /**
     * Opens a bloc whose head unit could not be given work before. A repeat changes nothing.
     *
     * @return the bloc-year with the head unit of now
     * @throws ConflictRefusal why it still cannot
     */
    public BlocYearView open(String code) {
        BlocYearView year = get(code);
        if (year.head() == null) {
            throw new ConflictRefusal(year.title() + " chưa có đơn vị " + BlocRole.HEAD.label(year.kind()) + ".");
        }
        Organisation.Readiness head = organisation.readiness(List.of(year.head().unitCode())).get(year.head().unitCode());
        if (!head.ready()) {
            throw new ConflictRefusal(head.problem());
        }
        if (year.status() == BlocYearStatus.PENDING || year.status() == BlocYearStatus.BLOCKED) {
            status(code, BlocYearStatus.OPEN, null);
        }
        return year;
    }

    /** The year's work has ended. A repeat changes nothing. */
    public void close(String code) {
        get(code);
        status(code, BlocYearStatus.CLOSED, null);
        listeners.forEach(listener -> listener.closed(code));
    }

    private void status(String code, BlocYearStatus status, String problem) {
        jdbc.sql("update bloc_year set status = ?, problem = ? where code = ?").params(status.name(), problem, code).update();
    }

    // ---- succession -------------------------------------------------------------------------------------------------

    /**
     * A unit was merged, split or dissolved: in every bloc whose period has not ended by that day and whose work is not closed, its
     * successors become members in its place, the first one in its role. A successor that is in a bloc of that kind already stays where
     * it is; if that is this bloc, it takes over the role. Without a successor the first deputy, or else the first member, becomes head.
     *
     * @param on first day of the successors
     */
    public void succeed(String fromUnit, List<String> toUnits, LocalDate on) {
        List<String> codes = jdbc.sql("select y.code from bloc_year y join bloc_member m on m.bloc_year_code = y.code where "
                + "m.unit_code = ? "
                        + "and m.until_date is null and y.status <> 'CLOSED' and y.to_date >= ? order by y.code for update of y")
                .params(fromUnit, on).query(String.class).list();
        codes.forEach(code -> succeed(get(code), fromUnit, toUnits, on));
    }

    private void succeed(BlocYearView year, String fromUnit, List<String> toUnits, LocalDate on) {
        BlocRole role = role(year, fromUnit);
        int seq = seq(year, fromUnit);
        end(year.code(), fromUnit, on);
        List<String> joined = new ArrayList<>();
        for (String unit : toUnits) {
            if (join(year, unit, seq, joined.isEmpty() ? role : BlocRole.MEMBER, on)) {
                joined.add(unit);
            }
        }
        if (get(year.code()).head() == null) {
            promote(get(year.code()), on);
        }
        BlocMember head = get(year.code()).head();
        if (role == BlocRole.HEAD && head != null) {
            flow.headChanged(year.code(), fromUnit, head.unitCode());
            listeners.forEach(listener -> listener.headChanged(year.code()));
        }
    }

    /** @return whether the unit is in this bloc now */
    private boolean join(BlocYearView year, String unit, int seq, BlocRole role, LocalDate on) {
        Set<String> members = year.current().stream().map(BlocMember::unitCode).collect(Collectors.toCollection(HashSet::new));
        if (members.contains(unit)) {
            if (role.ordinal() < role(year, unit).ordinal()) {
                changeRole(year, unit, role, on);
            }
            return true;
        }
        return jdbc.sql("insert into bloc_member select code, ?, ?, ?, greatest(?, from_date), null, kind, year, school_year from "
                + "bloc_year where code = ? "
                        + "on conflict (unit_code, kind, year, school_year) where until_date is null do nothing")
                .params(unit, seq, role.name(), on, year.code()).update() == 1;
    }

    private void promote(BlocYearView year, LocalDate on) {
        year.deputies().stream().findFirst().or(() -> year.current().stream().findFirst())
                .ifPresent(next -> changeRole(year, next.unitCode(), BlocRole.HEAD, on));
    }

    private void changeRole(BlocYearView year, String unit, BlocRole role, LocalDate on) {
        int seq = seq(year, unit);
        end(year.code(), unit, on);
        jdbc.sql("insert into bloc_member select code, ?, ?, ?, greatest(?, from_date), null, kind, year, school_year from bloc_year "
                + "where code = ?")
                .params(unit, seq, role.name(), on, year.code()).update();
    }

    /** The membership ends the day before; one that had not begun yet is as if it had never been. */
    private void end(String code, String unit, LocalDate on) {
        jdbc.sql("delete from bloc_member where bloc_year_code = ? and unit_code = ? and until_date is null and from_date >= ?")
                .params(code, unit, on).update();
        jdbc.sql("update bloc_member set until_date = ? where bloc_year_code = ? and unit_code = ? and until_date is null")
                .params(on.minusDays(1), code, unit).update();
    }

    private int seq(BlocYearView year, String unit) {
        return jdbc.sql("select seq from bloc_member where bloc_year_code = ? and unit_code = ? and until_date is null")
                .params(year.code(), unit).query(Integer.class).single();
    }

    private static BlocRole role(BlocYearView year, String unit) {
        return year.current().stream().filter(member -> member.unitCode().equals(unit)).findFirst().orElseThrow().role();
    }
}
