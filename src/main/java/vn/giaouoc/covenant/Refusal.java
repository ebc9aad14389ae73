package vn.giaouoc.covenant;

import java.time.Instant;

/**
 * A member's refusal to sign, with its reason.
 *
 * @param contentVersion number of the content that was refused
 */
public record Refusal(String unitCode, String unitName, int contentVersion, String reason, Instant refusedAt) {
}
