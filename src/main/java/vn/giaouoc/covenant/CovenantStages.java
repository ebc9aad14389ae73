package vn.giaouoc.covenant;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocStage;

/** How far the covenants of blocs are, for who follows all blocs: one statement for any number of them. */
@Service
@Transactional(readOnly = true)
public class CovenantStages implements BlocStage {

    private static final String SQL = """
            select c.bloc_year, c.version, c.status, c.in_force_at is not null as in_force, u.name,
              case c.status
                when 'COMMENTING' then m.commented_at is null and m.silent_at is null
                when 'REGISTERING' then m.registered_at is null and m.registration_missing_at is null
                when 'DRAFTING' then m.role = 'HEAD'
                when 'REVISING' then m.role = 'HEAD'
                when 'CONFERENCE' then m.role = 'HEAD'
                else coalesce(s.state, 'WAITING') not in ('SIGNED', 'CONFIRMED_ON_PAPER')
              end as missing
            from covenant c
            join covenant_member m on m.bloc_year = c.bloc_year and m.version = c.version and m.left_on is null
            join unit u on u.code = m.acting_unit
            left join covenant_signature s on s.bloc_year = c.bloc_year and s.version = c.version
              and s.content_version = c.content_version and s.unit_code = m.unit_code and s.void_at is null
            where c.bloc_year = any (?)
              and c.version = (select max(version) from covenant x where x.bloc_year = c.bloc_year and x.status <> 'GIVEN_UP')
            order by c.bloc_year, m.seq""";

    private final JdbcClient jdbc;

    CovenantStages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String blocYear, int version, CovenantStatus status, boolean inForce, String name, boolean missing) {
    }

    @Override
    public Map<String, StageRow> stages(Collection<String> blocYears) {
        Map<String, List<Row>> found = new LinkedHashMap<>();
        jdbc.sql(SQL).param(blocYears.toArray(String[]::new)).query(Row.class).list()
                .forEach(row -> found.computeIfAbsent(row.blocYear(), code -> new java.util.ArrayList<>()).add(row));
        Map<String, StageRow> stages = new LinkedHashMap<>();
        found.forEach((code, rows) -> stages.put(code, stage(rows)));
        return stages;
    }

    private static StageRow stage(List<Row> rows) {
        Row first = rows.get(0);
        List<String> missing = rows.stream().filter(Row::missing).map(Row::name).toList();
        return new StageRow((first.version() > 1 ? "Điều chỉnh giao ước: " : "Giao ước: ") + first.status().label(),
                detail(first, rows.size() - missing.size(), rows.size()), missing);
    }

    private static String detail(Row row, int done, int all) {
        return switch (row.status()) {
            case COMMENTING -> "%d/%d đơn vị đã góp ý.".formatted(done, all);
            case REGISTERING -> "%d/%d đơn vị đã đăng ký.".formatted(done, all);
            case SIGNING, IN_FORCE, MISSING_SIGNATURES, SIGNED, RECORDED, SUPERSEDED -> "%d/%d đơn vị đã ký%s.".formatted(done, all,
                    row.inForce() ? ", giao ước có hiệu lực" : "");
            default -> null;
        };
    }
}
