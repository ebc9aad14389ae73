package vn.giaouoc.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The names behind the numbers of {@link MidTermReviews}, for callers that have asked already who may read. */
@Service
@Transactional(readOnly = true)
public class MidTermNames {

    private static final String MEMBERS = "select m.bloc_year, coalesce(u.name, m.unit_code) from review_member m "
            + "join bloc_year y on y.code = m.bloc_year left join unit u on u.code = m.unit_code "
            + "where y.composition_code = ? and m.seq = 1 and m.left_on is null and ";

    private final JdbcClient jdbc;

    MidTermNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An exemplary model that a bloc's conference named.
     *
     * @param kind {@code COLLECTIVE}, {@code INDIVIDUAL}, {@code HOUSEHOLD}
     */
    public record Model(String blocYear, String unitName, String kind, String name, String achievement) {
    }

    /** Members whose report came after the deadline, by bloc-year. */
    public Map<String, List<String>> late(String compositionCode) {
        return members(compositionCode, "m.status = 'REPORTED' and m.late");
    }

    /** Members whose report is missing after the deadline, by bloc-year. */
    public Map<String, List<String>> missing(String compositionCode) {
        return members(compositionCode, "m.status <> 'REPORTED' and m.missing_at is not null");
    }

    /** The exemplary models of all blocs, by bloc and in the order of its list. */
    public List<Model> models(String compositionCode) {
        return jdbc.sql("select m.bloc_year, coalesce(u.name, m.unit_code), m.kind, m.name, m.achievement from review_model m "
                + "join bloc_year y on y.code = m.bloc_year left join unit u on u.code = m.unit_code where y.composition_code = ? "
                + "order by m.bloc_year, m.place").param(compositionCode).query(MidTermNames::model).list();
    }

    private static Model model(ResultSet rs, int n) throws SQLException {
        return new Model(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5));
    }

    private Map<String, List<String>> members(String compositionCode, String condition) {
        return jdbc.sql(MEMBERS + condition + " order by m.place").param(compositionCode)
                .query((rs, n) -> Map.entry(rs.getString(1), rs.getString(2))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
