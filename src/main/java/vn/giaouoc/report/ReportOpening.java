package vn.giaouoc.report;

import java.time.Instant;

/** One unit that is asked to report. Instants are 17:00 of a working day. */
public record ReportOpening(String campaignCode, String campaignTitle, int seq, String unitCode, String unitName, Instant remindAt,
                            Instant dueAt, boolean ready) {
}
