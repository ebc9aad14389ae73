package vn.giaouoc.campaign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Handover;
import vn.giaouoc.organisation.SuccessionListener;

/**
 * Answers of a unit that has ended go on as they are, in the hands of its heir. Where the heir itself takes part, an answer that was
 * never given is closed: the province hears the heir once. One that was given stays, with the works it registered.
 */
@Component
class CampaignSuccession implements SuccessionListener {

    private final CampaignFlow flow;
    private final JdbcClient jdbc;

    CampaignSuccession(CampaignFlow flow, JdbcClient jdbc) {
        this.flow = flow;
        this.jdbc = jdbc;
    }

    @Override
    public void succeeded(Handover handover) {
        List<String> closed = jdbc.sql("""
                        update participation p set status = 'CANCELLED', cancel_reason = :reason, version = p.version + 1
                        from participation own, campaign c
                        where p.unit_code = :former and p.status in ('PENDING', 'BLOCKED', 'OPEN', 'SUBMITTED')
                          and own.campaign_code = p.campaign_code and own.unit_code = :heir and own.cancel_reason is null
                          and c.code = p.campaign_code and c.status = 'ISSUED'
                        returning p.campaign_code""")
                .param("reason", handover.reason()).param("former", handover.from()).param("heir", handover.heir()).query(String.class)
                .list();
        flow.end(closed.stream().map(code -> Responses.subject(code, handover.from())).toList(), handover.reason());
    }
}
