package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measures, titles and the province's numbers: the office's data, as valid today. */
@Service
@Transactional(readOnly = true)
public class CovenantCatalogue {

    private static final String VALID = " where valid_from <= :day and (valid_to is null or valid_to >= :day) ";

    private final JdbcClient jdbc;
    private final Clock clock;

    CovenantCatalogue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What targets may measure, in the catalogue's order. */
    public List<Measure> measures() {
        return jdbc.sql("select code, name, kind, unit, needs_base, direction, rounding, legal_source from target_measure" + VALID
                + "order by seq").param("day", today()).query(Measure.class).list();
    }

    /** What members may register, individual titles first. */
    public List<Title> titles() {
        return jdbc.sql("select code, name, kind, legal_source from title_catalogue" + VALID + "order by seq").param("day", today())
                .query(Title.class).list();
    }

    /** Levels of the yearly rating of a unit, best first. */
    public List<RatingLevel> ratings() {
        return jdbc.sql("select value, name from rating_level" + VALID + "order by value desc").param("day", today())
                .query(RatingLevel.class).list();
    }

    /** A number of the province; the bloc's own where it has one. */
    BigDecimal rule(String code, String blocCode) {
        return jdbc.sql("select value from covenant_rule" + VALID + "and code = :code and bloc_code in ('', :bloc) "
                        + "order by bloc_code desc, valid_from desc limit 1").param("day", today()).param("code", code)
                        .param("bloc", blocCode)
                .query(BigDecimal.class).single();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
