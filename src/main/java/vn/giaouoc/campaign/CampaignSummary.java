package vn.giaouoc.campaign;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A campaign in a list.
 *
 * @param status DRAFTING, IN_APPROVAL, ISSUED, REFUSED, CLOSED, WITHDRAWN
 * @param number      as printed, null while unknown
 * @param planVersion number of the version in force (or in draft), from 1
 */
public record CampaignSummary(String code, String status, CampaignType type, String title, String reference, String number,
                              LocalDate issueDate, Instant createdAt, Instant issuedAt, Instant responseDueAt, Instant returnUntil,
                              Instant closedAt, Instant archivedAt, String withdrawReason, int planVersion) {
}
