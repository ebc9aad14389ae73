package vn.giaouoc.change;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.time.DueDates;

/** By when units take notice of a change. */
@Component
class ChangeDueDates implements DueDates {

    private final JdbcClient jdbc;

    ChangeDueDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void move(String caseCode, String slot, Instant from, Instant to) {
        if ("CHANGE_NOTICE".equals(slot)) {
            jdbc.sql("update change_notice set due_at = ? where campaign_code || '/TD' || seq = ? and due_at = ? and read_at is null")
                    .params(Timestamp.from(to), caseCode, Timestamp.from(from)).update();
        }
    }
}
