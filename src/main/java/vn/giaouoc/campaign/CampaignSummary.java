package vn.giaouoc.campaign;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A campaign in a list.
 *
 * @param status DRAFTING, IN_APPROVAL, ISSUED, REFUSED, CLOSED
 * @param number as printed, null while unknown
 */
public record CampaignSummary(String code, String status, CampaignType type, String title, String reference, String number,
                              LocalDate issueDate, Instant createdAt, Instant issuedAt, Instant responseDueAt, Instant returnUntil,
                              Instant closedAt) {
}
