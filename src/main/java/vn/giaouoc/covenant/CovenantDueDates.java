package vn.giaouoc.covenant;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.time.DueDates;

/** The deadlines of covenants and of their annexes. */
@Component
class CovenantDueDates implements DueDates {

    private static final Map<String, String> COLUMNS = Map.of("COVENANT_COMMENT", "comment_due_at", "COVENANT_REGISTER", "register_due_at",
            "COVENANT_SIGN", "sign_due_at");

    private final JdbcClient jdbc;

    CovenantDueDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void move(String caseCode, String slot, Instant from, Instant to) {
        String column = COLUMNS.get(slot);
        if (column != null) {
            jdbc.sql("update covenant set " + column + " = ? where bloc_year || '/GU' || version = ? and " + column + " = ?")
                    .params(Timestamp.from(to), caseCode, Timestamp.from(from)).update();
        } else if ("COVENANT_ANNEX".equals(slot)) {
            jdbc.sql("update covenant_annex set due_at = ? where bloc_year || '/GU' || version || '/PL' || seq = ? and due_at = ? "
                    + "and signed_at is null").params(Timestamp.from(to), caseCode, Timestamp.from(from)).update();
        }
    }
}
