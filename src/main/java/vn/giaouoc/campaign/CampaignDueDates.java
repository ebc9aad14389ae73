package vn.giaouoc.campaign;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.time.DueDates;

/** The deadlines of campaigns and of their units' answers. A unit whose answer was sent back has a case code of its own. */
@Component
class CampaignDueDates implements DueDates {

    private final JdbcClient jdbc;

    CampaignDueDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void move(String caseCode, String slot, Instant from, Instant to) {
        switch (slot) {
            case "RESPONSE_DUE" -> responseDue(caseCode, Timestamp.from(from), Timestamp.from(to));
            case "RESPONSE_RETURN_WINDOW" -> campaign("return_until", caseCode, from, to);
            case "CAMPAIGN_COMMENT" -> campaign("comment_due_at", caseCode, from, to);
            default -> { } // nothing of it stands in these tables
        }
    }

    private void responseDue(String caseCode, Timestamp from, Timestamp to) {
        jdbc.sql("update campaign set response_due_at = ?, version = version + 1 where code = ? and response_due_at = ?")
                .params(to, caseCode, from).update();
        jdbc.sql("update participation set due_at = :to, version = version + 1 where due_at = :from and ("
                        + "campaign_code = :case and status in ('PENDING', 'BLOCKED', 'OPEN', 'SUBMITTED') "
                        + "or campaign_code || '/' || unit_code = :case and status in ('RETURNED', 'OPEN', 'SUBMITTED'))")
                .param("to", to).param("from", from).param("case", caseCode).update();
    }

    private void campaign(String column, String code, Instant from, Instant to) {
        jdbc.sql("update campaign set " + column + " = ?, version = version + 1 where code = ? and " + column + " = ?")
                .params(Timestamp.from(to), code, Timestamp.from(from)).update();
    }
}
