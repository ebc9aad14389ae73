package vn.giaouoc.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.NotFound;

/** People with their places, read from the organisation's tables. */
@Component
class Places {

    private static final String ROWS = """
            select p.user_id, p.surname || ' ' || p.name as name, p.position, p.active,
              array(select m.unit_code from membership m join unit u on u.code = m.unit_code and u.active where m.user_id = p.user_id) as units,
              array(select m.unit_code from membership m join unit u on u.code = m.unit_code and u.active where m.user_id = p.user_id and m.leads)
                as leads,
              array(select r.role from person_role r where r.user_id = p.user_id) as roles
            from person p\s""";

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound nobody of that id */
    Place get(String userId) {
        return find(userId).orElseThrow(() -> new NotFound("Không có người dùng này."));
    }

    /** The person of that id, active or not. */
    Optional<Place> find(String userId) {
        return jdbc.sql(ROWS + "where p.user_id = ?").param(userId).query(Places::row).optional();
    }

    /** Everybody who has an account, by name. */
    List<Place> active() {
        return jdbc.sql(ROWS + "where p.active order by name, user_id").query(Places::row).list();
    }

    /** The people of these ids, active or not, by id. */
    Map<String, Place> find(Collection<String> userIds) {
        return jdbc.sql(ROWS + "where p.user_id = any(?)").param(userIds.toArray(String[]::new)).query(Places::row).list().stream()
                .collect(Collectors.toMap(Place::userId, place -> place));
    }

    /** Active people of the same units and bodies, and, around the Chairman, the heads of all units; by name. */
    List<Place> around(Place one) {
        return everAround(one).stream().filter(Place::active).toList();
    }

    /** The same with those who have no account any more. */
    List<Place> everAround(Place one) {
        return jdbc.sql(ROWS + "where (p.user_id = :one or p.user_id in (select m.user_id from membership m where m.unit_code = any(:units)) "
                        + "or :leader and (p.user_id in (select r.user_id from person_role r where r.role = any(:bodies)) "
                        + "or p.user_id in (select m.user_id from membership m where m.leads))) order by name, user_id")
                .param("one", one.userId()).param("units", one.units().toArray(String[]::new)).param("leader", one.ofProvince())
                .param("bodies", Place.OF_PROVINCE.toArray(String[]::new)).query(Places::row).list();
    }

    private static Place row(ResultSet rs, int n) throws SQLException {
        return new Place(rs.getString("user_id"), rs.getString("name"), rs.getString("position"), rs.getBoolean("active"),
                texts(rs, "units"), texts(rs, "leads"), Set.copyOf(texts(rs, "roles")));
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        return List.of((String[]) rs.getArray(column).getArray());
    }
}
