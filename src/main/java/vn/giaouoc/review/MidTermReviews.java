package vn.giaouoc.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.covenant.CovenantCatalogue;
import vn.giaouoc.covenant.Measure;

/** Reviews of many blocs in numbers; a few statements for any number of blocs. For callers that have asked already who may read. */
@Service
@Transactional(readOnly = true)
public class MidTermReviews {

    private static final int DECIMALS = 4;
    private static final String SUMMARIES = """
            select y.code, y.name, r.status, r.received_at, p.pdf,
              coalesce(m.members, (select count(distinct unit_code) from bloc_member b
                                   where b.bloc_year_code = y.code and b.until_date is null)) as members,
              coalesce(m.reported, 0) as reported, coalesce(m.late, 0) as late, coalesce(m.missing, 0) as missing
            from bloc_year y
            left join review r on r.bloc_year = y.code and r.seq = 1
            left join review_paper p on p.bloc_year = y.code and p.seq = 1 and p.kind = 'REPORT'
            left join (select bloc_year, seq, nullif(count(*), 0) as members, count(*) filter (where status = 'REPORTED') as reported,
                         count(*) filter (where status = 'REPORTED' and late) as late,
                         count(*) filter (where status <> 'REPORTED' and missing_at is not null) as missing
                       from review_member where left_on is null group by bloc_year, seq) m on m.bloc_year = y.code and m.seq = 1
            where y.composition_code = ?
            order by y.code""";
    private static final String FIGURES = """
            select f.bloc_year, f.measure, count(f.value) as given, sum(f.value) as total,
              count(*) filter (where f.reached) as reached, count(*) filter (where not f.reached) as missed
            from review_figure f join bloc_year y on y.code = f.bloc_year
            where y.composition_code = ? and f.seq = 1
            group by f.bloc_year, f.measure
            having count(f.value) > 0""";

    private final CovenantCatalogue catalogue;
    private final JdbcClient jdbc;

    MidTermReviews(CovenantCatalogue catalogue, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.jdbc = jdbc;
    }

    private record Summed(String blocYear, String measure, int given, BigDecimal total, int reached, int missed) {
    }

    /** The reviews of a composition's blocs, in the order of their codes; those that have not begun too. */
    public List<ReviewSummary> ofComposition(String compositionCode) {
        Map<String, List<Summed>> figures = jdbc.sql(FIGURES).param(compositionCode).query(Summed.class).list().stream()
                .collect(Collectors.groupingBy(Summed::blocYear));
        List<Measure> measures = catalogue.measures();
        return jdbc.sql(SUMMARIES).param(compositionCode)
                .query((rs, n) -> summary(rs, figures.getOrDefault(rs.getString("code"), List.of()), measures)).list();
    }

    private static ReviewSummary summary(ResultSet rs, List<Summed> figures, List<Measure> measures) throws SQLException {
        String status = rs.getString("status");
        Timestamp received = rs.getTimestamp("received_at");
        return new ReviewSummary(ReviewKey.of(rs.getString("code")), rs.getString("code"), rs.getString("name"),
                status == null ? ReviewStatus.NOT_BEGUN : ReviewStatus.valueOf(status), rs.getInt("members"), rs.getInt("reported"),
                rs.getInt("late"), rs.getInt("missing"), received == null ? null : received.toInstant(), rs.getObject("pdf", UUID.class),
                figures(figures, measures));
    }

    private static List<MeasureTotal> figures(List<Summed> summed, List<Measure> measures) {
        Map<String, Summed> byMeasure = summed.stream().collect(Collectors.toMap(Summed::measure, Function.identity()));
        return measures.stream().filter(measure -> byMeasure.containsKey(measure.code()))
                .map(measure -> figure(measures.indexOf(measure), measure, byMeasure.get(measure.code()))).toList();
    }

    private static MeasureTotal figure(int place, Measure measure, Summed sum) {
        return new MeasureTotal(place, measure.code(), measure.name(), measure.unit(), counted(measure), sum.given(), sum.total(), sum.reached(),
                sum.missed());
    }

    /** Shares, points and ratings are not added up. */
    private static boolean counted(Measure measure) {
        return measure.kind() == Measure.Kind.COUNT || measure.kind() == Measure.Kind.DONE;
    }

    /** @param target as the covenant names it @param given at least one figure */
    static MeasureFigure figure(Measure measure, FigureRow target, int given, BigDecimal total, int reached, int missed) {
        boolean counted = counted(measure);
        BigDecimal average = total.divide(BigDecimal.valueOf(given), DECIMALS, RoundingMode.HALF_UP);
        return new MeasureFigure(measure.code(), target.name(), target.unit(), counted, given, counted ? plain(total) : null, plain(average),
                reached, missed);
    }

    static BigDecimal plain(BigDecimal value) {
        return value == null ? null : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
