package vn.giaouoc.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotFound;

/** Units and people, to read. */
@Service
public class Organisation {

    /** The engine's group of everybody who belongs to a unit. */
    public static final String OFFICIALS = "officials";

    private static final String UNIT = "unit-";
    private static final String LEAD = "-lead";
    private static final String UNITS = "select code, name, short_name, kind, has_account, active from unit ";
    private static final String PEOPLE =
            "select p.user_id, p.surname || ' ' || p.name as name, p.position from person p ";

    private final JdbcClient jdbc;

    Organisation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The engine's group of a unit's officials. */
    public static String unitGroup(String unitCode) {
        return UNIT + unitCode;
    }

    /** The engine's group of those who approve for a unit. */
    public static String leadGroup(String unitCode) {
        return UNIT + unitCode + LEAD;
    }

    /** The group of those who head the people of this group; empty where it is no unit's, or is the heads' own. */
    public static Optional<String> leadOf(String group) {
        return group.startsWith(UNIT) && !group.endsWith(LEAD) ? Optional.of(group + LEAD) : Optional.empty();
    }

    /** Whether these are the heads of a unit. */
    static boolean isLead(String group) {
        return group.startsWith(UNIT) && group.endsWith(LEAD);
    }

    /** Whether the person is an official or the head of the unit. */
    public static boolean belongs(Actor actor, String unitCode) {
        return actor.in(unitGroup(unitCode)) || actor.in(leadGroup(unitCode));
    }

    /** Codes of the units the person belongs to, and of the former units whose work these do today. */
    public static List<String> unitsOf(Actor actor) {
        return actor.groups().stream().map(Organisation::unitOf).filter(Objects::nonNull).distinct().toList();
    }

    /** The unit of one of its engine groups; null for a group of another kind. */
    public static String unitOf(String group) {
        return !group.startsWith(UNIT) ? null
                : group.substring(UNIT.length(), group.endsWith(LEAD) ? group.length() - LEAD.length() : group.length());
    }

    /** The other unit's group of the same kind: its officials' or its heads'. */
    static String groupLike(String group, String unitCode) {
        return group.endsWith(LEAD) ? leadGroup(unitCode) : unitGroup(unitCode);
    }

    /** All units, former ones too, by kind and name. */
    public List<UnitView> units() {
        return jdbc.sql(UNITS + "order by kind, name").query(UnitView.class).list();
    }

    /** Units of these kinds, former ones too. */
    public List<UnitView> unitsOfKinds(Set<UnitKind> kinds) {
        return jdbc.sql(UNITS + "where kind = any(?) order by kind, name").param(kinds.stream().map(UnitKind::name).toArray(String[]::new))
                .query(UnitView.class).list();
    }

    /** These units as far as they exist, former ones too. */
    public List<UnitView> units(Collection<String> codes) {
        return jdbc.sql(UNITS + "where code = any(?)").param(codes.toArray(String[]::new)).query(UnitView.class).list();
    }

    /** One unit. @throws NotFound */
    public UnitView unit(String code) {
        return jdbc.sql(UNITS + "where code = ?").param(code).query(UnitView.class).optional()
                .orElseThrow(() -> new NotFound("Không có đơn vị " + code + "."));
    }

    /** The unit that does this unit's work today: itself, or the last of its successors once it was merged, split or dissolved. */
    public String current(String unitCode) {
        return current(List.of(unitCode)).get(unitCode);
    }

    /** {@link #current(String)} of each of these units, in one statement. */
    public Map<String, String> current(Collection<String> codes) {
        return byCode("select t.code, coalesce(k.heir, t.code) from unnest(?) t (code) left join unit_heir k on k.former = t.code", codes);
    }

    /** All former units whose history is this unit's own (đơn vị tiền thân), of any generation. */
    public List<String> former(String unitCode) {
        return jdbc.sql("select former from unit_lineage where unit_code = ? order by former").param(unitCode).query(String.class).list();
    }

    /** The former units whose work this unit does today. */
    public List<String> worksFor(String unitCode) {
        return jdbc.sql("select former from unit_heir where heir = ? order by former").param(unitCode).query(String.class).list();
    }

    /** A unit as forms show it: a former one is named with who does its work today. @throws NotFound */
    public UnitView shown(String code) {
        UnitView unit = unit(code);
        return new UnitView(code, namesToday(List.of(code)).get(code), unit.shortName(), unit.kind(), unit.hasAccount(), unit.active());
    }

    /** Whether a unit can be given work: it, or who does its work today, is active and has an official and, beside them, a head. */
    public record Readiness(String unitCode, String unitName, String problem) {

        /** Whether nothing stands against it. */
        public boolean ready() {
            return problem == null;
        }
    }

    /** The readiness of these units by code, in one statement; a unit that does not exist is told as a problem too. */
    public Map<String, Readiness> readiness(Collection<String> codes) {
        return jdbc.sql("""
                        select t.code, case when k.heir is null then coalesce(u.name, t.code)
                          else f.name || ' (nay là ' || u.name || ')' end, case
                          when u.code is null then 'Không có đơn vị ' || t.code || '.'
                          when not u.active or not u.has_account then u.name || ' không còn hoạt động hoặc không có tài khoản.'
                          when not exists (select 1 from membership m join person p on p.user_id = m.user_id and p.active
                            where m.unit_code = u.code and m.leads) then u.name || ' chưa có thủ trưởng có tài khoản hoạt động.'
                          when (select count(*) from membership m join person p on p.user_id = m.user_id and p.active
                            where m.unit_code = u.code) < 2 then u.name || ' chưa có cán bộ có tài khoản hoạt động ngoài thủ trưởng.'
                        end as problem from unnest(?) t (code) left join unit_heir k on k.former = t.code
                          left join unit f on f.code = k.former left join unit u on u.code = coalesce(k.heir, t.code)""")
                .param(codes.toArray(String[]::new))
                .query((rs, n) -> new Readiness(rs.getString(1), rs.getString(2), rs.getString(3))).list().stream()
                .collect(Collectors.toMap(Readiness::unitCode, Function.identity()));
    }

    /** Names of these units by code, as papers name them; a code without unit is its own name. */
    public Map<String, String> names(Collection<String> codes) {
        return byCode("select t.code, coalesce(u.name, t.code) from unnest(?) t (code) left join unit u on u.code = t.code", codes);
    }

    /** The same as lists show them: a former unit with who does its work today ("Sở A (nay là Sở B)"). */
    public Map<String, String> namesToday(Collection<String> codes) {
        return byCode("select t.code, coalesce(u.name, t.code) || coalesce(' (nay là ' || h.name || ')', '') from unnest(?) t (code) "
                + "left join unit u on u.code = t.code left join unit_heir k on k.former = t.code left join unit h on h.code = k.heir", codes);
    }

    private Map<String, String> byCode(String sql, Collection<String> codes) {
        return jdbc.sql(sql).param(codes.toArray(String[]::new)).query((rs, n) -> Map.entry(rs.getString(1), rs.getString(2))).list().stream()
                .distinct().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One person; whoever is not in the table (a connected system, the product itself) answers with its id as name. */
    public PersonView person(String userId) {
        return jdbc.sql(PEOPLE + "where p.user_id = ?").param(userId).query(PersonView.class).optional()
                .orElseGet(() -> new PersonView(userId, userId, null));
    }

    /** Names of people by their ids; whoever is not in the table answers with its id, as {@link #person} does. */
    public Map<String, String> peopleNames(Collection<String> userIds) {
        Map<String, String> names = new HashMap<>();
        userIds.forEach(id -> names.put(id, id));
        names.putAll(byCode("select user_id, surname || ' ' || name from person where user_id = any(?)", userIds));
        return names;
    }

    /** Whether somebody other than this person heads the unit and is active. */
    public boolean hasAnotherHead(String unitCode, String userId) {
        return jdbc.sql("select exists (select 1 from membership m join person p on p.user_id = m.user_id where m.unit_code = ? and m.leads "
                + "and p.active and p.user_id <> ?)").params(unitCode, userId).query(Boolean.class).single();
    }

    /** Active people of a unit. */
    public List<PersonView> peopleOf(String unitCode) {
        return jdbc.sql(PEOPLE + "join membership m on m.user_id = p.user_id where m.unit_code = ? and p.active order by p.user_id")
                .param(unitCode).query(PersonView.class).list();
    }
}
