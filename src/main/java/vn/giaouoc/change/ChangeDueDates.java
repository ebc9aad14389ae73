package vn.giaouoc.change;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.time.DueDates;

/** By when units take notice of a change. A unit that was told later than the others has a case code of its own. */
@Component
class ChangeDueDates implements DueDates {

    private final JdbcClient jdbc;

    ChangeDueDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void move(String caseCode, String slot, Instant from, Instant to) {
        if ("CHANGE_NOTICE".equals(slot)) {
            jdbc.sql("update change_notice set due_at = :to where due_at = :from and read_at is null and (campaign_code || '/TD' || seq = :case "
                            + "or campaign_code || '/TD' || seq || '/' || unit_code = :case)")
                    .param("to", Timestamp.from(to)).param("from", Timestamp.from(from)).param("case", caseCode).update();
        }
    }
}
