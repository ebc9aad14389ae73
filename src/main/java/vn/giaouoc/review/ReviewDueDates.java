package vn.giaouoc.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.time.DueDates;

/** The deadlines of reviews: of members' reports and of mutual inspections. */
@Component
class ReviewDueDates implements DueDates {

    private static final Map<String, String> COLUMNS = Map.of("REVIEW_REPORT", "reports_due_at", "REVIEW_INSPECT", "inspections_due_at");

    private final JdbcClient jdbc;

    ReviewDueDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void move(String caseCode, String slot, Instant from, Instant to) {
        String column = COLUMNS.get(slot);
        if (column != null) {
            jdbc.sql("update review set " + column + " = ? where bloc_year || '/SK' || seq = ? and " + column + " = ?")
                    .params(Timestamp.from(to), caseCode, Timestamp.from(from)).update();
        }
    }
}
