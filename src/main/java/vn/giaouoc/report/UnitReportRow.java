package vn.giaouoc.report;

import java.time.Instant;

/** One unit in the list of a period. */
public record UnitReportRow(String unitCode, String unitName, String status, Instant dueAt, Instant reportedAt, boolean late,
                            Boolean noActivity, String problem, String cancelReason) {
}
