package vn.giaouoc.action;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A report of an action with what the head unit said to it.
 *
 * @param dueOn     the date it was owed by when it was reported
 * @param confirmed null: not decided yet
 * @param reason    why it was sent back
 */
public record ReportedAction(int seq, ActionReport.Outcome outcome, String text, LocalDate dueOn, LocalDate wantedDue, String reportedBy,
                             String reporterName, Instant reportedAt, Boolean confirmed, String reason, String deciderName, Instant decidedAt) {
}
