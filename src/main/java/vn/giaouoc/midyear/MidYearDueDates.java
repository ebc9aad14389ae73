package vn.giaouoc.midyear;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.time.DueDates;

/** When the province's reports open and by when they are to be handed in. */
@Component
class MidYearDueDates implements DueDates {

    private final JdbcClient jdbc;

    MidYearDueDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void move(String caseCode, String slot, Instant from, Instant to) {
        switch (slot) {
            case MidYearReports.OPEN -> moved("opens_at", caseCode, from, to);
            case MidYearReports.REPORT -> moved("due_at", caseCode, from, to);
            default -> { } // nothing of it stands in this table
        }
    }

    private void moved(String column, String code, Instant from, Instant to) {
        jdbc.sql("update mid_year_report set " + column + " = ? where code = ? and signed_at is null and " + column + " = ?")
                .params(Timestamp.from(to), code, Timestamp.from(from)).update();
    }
}
