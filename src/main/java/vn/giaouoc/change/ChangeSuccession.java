package vn.giaouoc.change;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Handover;
import vn.giaouoc.organisation.SuccessionListener;

/** The heir reads what its former units have not read; what it was told itself it is not told twice. */
@Component
class ChangeSuccession implements SuccessionListener {

    private final ChangeFlow flow;
    private final JdbcClient jdbc;

    ChangeSuccession(ChangeFlow flow, JdbcClient jdbc) {
        this.flow = flow;
        this.jdbc = jdbc;
    }

    @Override
    public void succeeded(Handover handover) {
        List<String> closed = jdbc.sql("""
                        update change_notice n set cancel_reason = :reason from change_notice own
                        where n.unit_code = :former and n.read_at is null and n.cancel_reason is null
                          and own.campaign_code = n.campaign_code and own.seq = n.seq and own.unit_code = :heir
                        returning n.campaign_code, n.seq""")
                .param("reason", handover.reason()).param("former", handover.from()).param("heir", handover.heir())
                .query((rs, n) -> ChangeView.caseKey(rs.getString(1), rs.getInt(2)) + "/" + handover.from()).list();
        flow.end(closed, handover.reason());
    }
}
