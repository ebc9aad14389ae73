package vn.giaouoc.covenant;

import java.time.Instant;

/**
 * How a covenant begins.
 *
 * @param headGroup engine group of the head unit's officials
 * @param headLead  engine group of the head unit's heads
 * @param dueAt     by when the draft is due
 */
public record CovenantStart(String key, String title, int version, String headUnit, String headGroup, String headLead, Instant dueAt) {
}
