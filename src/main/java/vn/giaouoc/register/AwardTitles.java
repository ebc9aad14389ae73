package vn.giaouoc.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of titles and forms, as rows with dates. */
@Service
@Transactional(readOnly = true)
public class AwardTitles {

    private final JdbcClient jdbc;
    private final Clock clock;

    AwardTitles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those valid today, highest first. */
    public List<AwardTitle> all() {
        return on(LocalDate.now(clock));
    }

    private List<AwardTitle> on(LocalDate day) {
        return jdbc.sql("select code, name, kind, level, granted_by, collective, individual, household, legal_source, uncertain from award_title "
                + "where valid_from <= ? and (valid_to is null or valid_to >= ?) order by seq").params(day, day)
                .query((rs, n) -> new AwardTitle(rs.getString(1), rs.getString(2), "FORM".equals(rs.getString(3)),
                        AwardLevel.valueOf(rs.getString(4)), AwardLevel.valueOf(rs.getString(4)).label(), rs.getString(5), rs.getBoolean(6),
                        rs.getBoolean(7), rs.getBoolean(8), rs.getString(9), rs.getBoolean(10))).list();
    }

    /** One of them; empty when there is none of that code today. */
    public Optional<AwardTitle> find(String code) {
        return find(code, LocalDate.now(clock));
    }

    /** The same for a decision of that day: what a later law has abolished was granted until then. */
    public Optional<AwardTitle> find(String code, LocalDate day) {
        return on(day).stream().filter(title -> title.code().equals(code)).findFirst();
    }
}
