package vn.giaouoc.campaign;

import java.time.Instant;

/** One unit in the list behind a figure of "Theo dõi phong trào". */
public record ResponseRow(String unitCode, String unitName, String status, Instant dueAt, Instant answeredAt, boolean late,
                          Boolean ownPlan, int works, String returnReason, Instant escalatedAt, boolean failed, String problem, String cancelReason) {
}
