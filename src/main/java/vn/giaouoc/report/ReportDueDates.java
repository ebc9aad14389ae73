package vn.giaouoc.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.time.DueDates;

/** The deadlines of reporting periods and of the units' reports. */
@Component
class ReportDueDates implements DueDates {

    private static final String PERIOD = " where campaign_code || '/KY' || seq = :case";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportDueDates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void move(String caseCode, String slot, Instant from, Instant to) {
        switch (slot) {
            case Periods.FINAL_REVIEW -> jdbc.sql("update reporting_period set report_date = ? where campaign_code = ? and kind = 'FINAL' "
                    + "and status = 'PLANNED' and report_date = ?").params(day(to), caseCode, day(from)).update();
            case Periods.REPORT_DUE -> reportDue(caseCode, from, to);
            case "REPORT_CONSOLIDATE" -> jdbc.sql("update reporting_period set consolidate_due_at = :to" + PERIOD
                            + " and consolidate_due_at = :from").param("to", Timestamp.from(to)).param("from", Timestamp.from(from))
                    .param("case", caseCode).update();
            default -> { } // nothing of it stands in these tables
        }
    }

    private void reportDue(String caseCode, Instant from, Instant to) {
        jdbc.sql("update reporting_period set due_at = :to, report_date = :day" + PERIOD + " and due_at = :from")
                .param("to", Timestamp.from(to)).param("day", day(to)).param("from", Timestamp.from(from)).param("case", caseCode).update();
        jdbc.sql("update unit_report set due_at = :to" + PERIOD + " and due_at = :from and status in ('PENDING', 'BLOCKED', 'OPEN', 'SUBMITTED')")
                .param("to", Timestamp.from(to)).param("from", Timestamp.from(from)).param("case", caseCode).update();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
