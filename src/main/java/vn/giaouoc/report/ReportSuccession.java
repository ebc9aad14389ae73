package vn.giaouoc.report;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Handover;
import vn.giaouoc.organisation.SuccessionListener;

/**
 * Reports of a unit that has ended go on in the hands of its heir, so that what it registered and achieved is counted to the end. Where
 * the heir reports for the same period and the former unit never answered the campaign, there is nothing of its own to tell: closed.
 */
@Component
class ReportSuccession implements SuccessionListener {

    private final Periods periods;
    private final ReportFlow flow;
    private final JdbcClient jdbc;

    ReportSuccession(Periods periods, ReportFlow flow, JdbcClient jdbc) {
        this.periods = periods;
        this.flow = flow;
        this.jdbc = jdbc;
    }

    private record Closed(String campaignCode, int seq) {
    }

    @Override
    public void succeeded(Handover handover) {
        List<Closed> closed = jdbc.sql("""
                        update unit_report r set status = 'CANCELLED', cancel_reason = :reason
                        from participation p, unit_report own
                        where r.unit_code = :former and r.status in ('PENDING', 'BLOCKED', 'OPEN', 'SUBMITTED')
                          and p.campaign_code = r.campaign_code and p.unit_code = r.unit_code and p.status not in ('ANSWERED', 'RETURNED')
                          and own.campaign_code = r.campaign_code and own.seq = r.seq and own.unit_code = :heir
                          and own.status <> 'CANCELLED'
                        returning r.campaign_code, r.seq""")
                .param("reason", handover.reason()).param("former", handover.from()).param("heir", handover.heir()).query(Closed.class)
                .list();
        flow.end(closed.stream().map(report -> UnitReports.subject(report.campaignCode(), report.seq(), handover.from())).toList(),
                handover.reason());
        closed.forEach(report -> periods.expected(report.campaignCode(), report.seq(), -1));
    }
}
