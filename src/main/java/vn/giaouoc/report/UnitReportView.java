package vn.giaouoc.report;

import java.time.Instant;

/**
 * One unit's report, as others see it.
 *
 * @param status PENDING, BLOCKED, OPEN, SUBMITTED, REPORTED, CANCELLED
 * @param report null until something was written
 */
public record UnitReportView(String campaignCode, int seq, String unitCode, String unitName, String status, Instant dueAt,
                             Instant reportedAt, boolean late, Instant remindedAt, Instant overdueAt, UnitReport report,
                             String writtenBy, String approvedBy, String returnReason, String problem, String cancelReason) {
}
