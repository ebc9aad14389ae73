package vn.giaouoc.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocStage;

/** How far reviews are, for who follows all blocs; an amendment that came after a received report shows instead of it. */
@Service
@Order // after the covenants' stages, which come earlier in the year
@Transactional(readOnly = true)
public class ReviewStages implements BlocStage {

    private static final String SQL = """
            select r.bloc_year, r.status, u.name,
              case when r.status = 'REPORTING' then m.status <> 'REPORTED' else m.status <> 'REPORTED' and m.missing_at is not null end as missing,
              m.late
            from review r
            left join review_member m on m.bloc_year = r.bloc_year and m.seq = r.seq and m.left_on is null
            left join unit u on u.code = m.acting_unit
            where r.bloc_year = any (?) and (r.status not in ('RECEIVED', 'NOT_HELD') or not exists (select 1 from covenant c
              where c.bloc_year = r.bloc_year and c.status not in ('RECORDED', 'SUPERSEDED')))
            order by r.bloc_year, m.place""";

    private final JdbcClient jdbc;

    ReviewStages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String blocYear, ReviewStatus status, String name, Boolean missing, Boolean late) {
    }

    @Override
    public Map<String, StageRow> stages(Collection<String> blocYears) {
        Map<String, List<Row>> found = new LinkedHashMap<>();
        jdbc.sql(SQL).param(blocYears.toArray(String[]::new)).query(Row.class).list()
                .forEach(row -> found.computeIfAbsent(row.blocYear(), code -> new ArrayList<>()).add(row));
        Map<String, StageRow> stages = new LinkedHashMap<>();
        found.forEach((code, rows) -> stages.put(code, stage(rows)));
        return stages;
    }

    private static StageRow stage(List<Row> rows) {
        List<Row> members = rows.stream().filter(row -> row.name() != null).toList();
        List<String> missing = members.stream().filter(row -> Boolean.TRUE.equals(row.missing())).map(Row::name).toList();
        long late = members.stream().filter(row -> Boolean.TRUE.equals(row.late())).count();
        String detail = members.isEmpty() ? null : "%d/%d đơn vị đã báo cáo%s.".formatted(members.size() - missing.size(), members.size(),
                late == 0 ? "" : ", " + late + " đơn vị báo cáo chậm");
        return new StageRow("Sơ kết: " + rows.get(0).status().label(), detail, missing);
    }
}
