package vn.giaouoc.campaign;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One unit's part in a campaign, as others see it.
 *
 * @param status PENDING, BLOCKED, OPEN, SUBMITTED, ANSWERED, RETURNED, CANCELLED
 * @param late   answered after the deadline
 * @param answer null until something was written
 */
public record ResponseView(String campaignCode, String unitCode, String unitName, String status, Instant dueAt, Instant openedAt,
                           Instant answeredAt, boolean late, Instant remindedAt, Instant escalatedAt, String urgeNote,
                           LocalDate promisedDate, UnitAnswer answer, String writtenBy, String approvedBy, String returnReason,
                           String returnedBy, Instant returnedAt, String problem, String cancelReason) {
}
