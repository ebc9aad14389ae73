package vn.giaouoc.campaign;

import java.time.Instant;
import java.util.List;

/** What the model needs after issue: batches to open, whether văn thư must find the number, and until when SNV follows. */
public record Issued(List<Integer> batches, boolean numberKnown, Instant numberDueAt, Instant followDueAt) {
}
