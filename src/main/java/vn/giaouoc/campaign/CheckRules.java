package vn.giaouoc.campaign;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Finding;

/** Which checks are on, how strict, and on what ground: the office's data, by date (C01–C06). */
@Component
public class CheckRules {

    private final JdbcClient jdbc;

    CheckRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The finding as the rule valid on that day makes it; empty when the rule is switched off. */
    public Optional<Finding> finding(String code, LocalDate on, String field, String message) {
        return jdbc.sql("select kind, legal_source, valid_from from check_rule where code = :code and kind <> 'OFF' "
                        + "and valid_from <= :day and (valid_to is null or valid_to >= :day) order by valid_from desc limit 1")
                .param("code", code).param("day", on)
                .query((rs, n) -> new Finding(code, Finding.Kind.valueOf(rs.getString(1)), field, message, rs.getString(2),
                        rs.getObject(3, LocalDate.class)))
                .optional();
    }
}
