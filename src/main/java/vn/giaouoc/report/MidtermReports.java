package vn.giaouoc.report;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The campaigns' own reports between two days, for who gathers them; for callers that have asked already who may read. */
@Service
@Transactional(readOnly = true)
public class MidtermReports {

    private static final String OF_THESE_DAYS = "where p.kind = 'MIDTERM' and p.status <> 'CANCELLED' and p.report_date between ? and ? ";

    private final JdbcClient jdbc;

    MidtermReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A campaign's sơ kết.
     *
     * @param total    units asked; 0 while it is not opened
     * @param reported units whose report was approved
     * @param signed   whether the consolidated report is signed; {@code number} is its number then, otherwise null
     */
    public record CampaignMidterm(String campaignCode, String title, LocalDate reportDate, int total, int reported, boolean signed,
                                  String number) {
    }

    /** Those whose date is one of these days, in order of dates. */
    public List<CampaignMidterm> between(LocalDate from, LocalDate to) {
        return jdbc.sql("select p.campaign_code, c.title, p.report_date, p.total, p.reported, p.status = 'SIGNED' as signed, a.number "
                        + "from reporting_period p join campaign c on c.code = p.campaign_code "
                        + "left join paper a on a.id = p.campaign_code || '/BC' || p.seq " + OF_THESE_DAYS + "order by p.report_date, p.campaign_code")
                .params(from, to).query(CampaignMidterm.class).list();
    }

    /** The exemplary models that units named in them. */
    public List<Gathered.UnitModel> models(LocalDate from, LocalDate to) {
        return jdbc.sql("select coalesce(u.name, m.unit_code), m.kind, m.name, m.achievement from exemplary_model m "
                        + "join reporting_period p on p.campaign_code = m.campaign_code and p.seq = m.seq "
                        + "left join unit u on u.code = m.unit_code " + OF_THESE_DAYS + "order by p.report_date, m.kind, 1, m.place")
                .params(from, to).query((rs, n) -> new Gathered.UnitModel(rs.getString(1), ExemplaryModel.Kind.valueOf(rs.getString(2)),
                        rs.getString(3), rs.getString(4))).list();
    }
}
