package vn.giaouoc.campaign;

import java.time.Instant;
import java.util.List;

/**
 * What the model needs after issue.
 *
 * @param batches      to be opened, each by a job
 * @param numberKnown  false: văn thư must find it until {@code numberDueAt}
 * @param followGroups engine groups of those who follow: Sở Nội vụ, and the standing agencies of the themes
 */
public record Issued(List<Integer> batches, boolean numberKnown, Instant numberDueAt, Instant followDueAt,
                     List<String> followGroups) {
}
