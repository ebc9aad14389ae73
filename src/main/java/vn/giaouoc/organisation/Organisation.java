package vn.giaouoc.organisation;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.giaouoc.shared.NotFound;

/** Units and people, to read. */
@Service
public class Organisation {

    /** The engine's group of everybody who belongs to a unit. */
    public static final String OFFICIALS = "officials";

    private static final String UNITS = "select code, name, short_name, kind, has_account, active from unit ";
    private static final String PEOPLE =
            "select p.user_id, p.surname || ' ' || p.name as name, p.position from person p ";

    private final JdbcClient jdbc;

    Organisation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The engine's group of a unit's officials. */
    public static String unitGroup(String unitCode) {
        return "unit-" + unitCode;
    }

    /** The engine's group of those who approve for a unit. */
    public static String leadGroup(String unitCode) {
        return "unit-" + unitCode + "-lead";
    }

    /** All units, former ones too, by kind and name. */
    public List<UnitView> units() {
        return jdbc.sql(UNITS + "order by kind, name").query(UnitView.class).list();
    }

    /** Units of these kinds, former ones too. */
    public List<UnitView> unitsOfKinds(Set<UnitKind> kinds) {
        return units().stream().filter(unit -> kinds.contains(unit.kind())).toList();
    }

    /** One unit. @throws NotFound */
    public UnitView unit(String code) {
        return jdbc.sql(UNITS + "where code = ?").param(code).query(UnitView.class).optional()
                .orElseThrow(() -> new NotFound("Không có đơn vị " + code + "."));
    }

    /** One person; whoever is not in the table (a connected system, the product itself) answers with its id as name. */
    public PersonView person(String userId) {
        return jdbc.sql(PEOPLE + "where p.user_id = ?").param(userId).query(PersonView.class).optional()
                .orElseGet(() -> new PersonView(userId, userId, null));
    }

    /** Active people of a unit. */
    public List<PersonView> peopleOf(String unitCode) {
        return jdbc.sql(PEOPLE + "join membership m on m.user_id = p.user_id where m.unit_code = ? and p.active order by p.user_id")
                .param(unitCode).query(PersonView.class).list();
    }
}
