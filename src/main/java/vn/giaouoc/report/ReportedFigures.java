package vn.giaouoc.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures that units have reported for campaigns already, for who would ask for them once more. */
@Service
@Transactional(readOnly = true)
public class ReportedFigures {

    private final JdbcClient jdbc;

    ReportedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest approved figure of one indicator of one campaign.
     *
     * @param indicator  its name in the plan
     * @param unit       of the indicator in the plan's newest version, {@code %}; null when that does not name the indicator any more
     * @param source     case of the period it was reported in: {@code PT-2026-001/KY1}
     * @param reportDate of that period
     */
    public record Reported(String unitCode, String indicator, BigDecimal value, String unit, String source, LocalDate reportDate) {
    }

    /** The units' figures of periods whose date lies in these days, latest first. */
    public List<Reported> of(Collection<String> units, LocalDate from, LocalDate until) {
        return jdbc.sql("select * from (select distinct on (v.campaign_code, v.unit_code, v.indicator) v.unit_code, v.indicator, v.value, "
                        + "(select t ->> 'unit' from plan_version n, jsonb_array_elements(n.content -> 'targets') t where n.campaign_code = v.campaign_code "
                        + "and t ->> 'name' = v.indicator order by n.version desc limit 1) as unit, "
                        + "v.campaign_code || '/KY' || v.seq as source, p.report_date from indicator_value v join reporting_period p "
                        + "on p.campaign_code = v.campaign_code and p.seq = v.seq where v.unit_code = any (?) and p.report_date between ? and ? "
                        + "order by v.campaign_code, v.unit_code, v.indicator, v.seq desc) latest order by report_date desc, source")
                .params(units.toArray(String[]::new), from, until).query(Reported.class).list();
    }
}
