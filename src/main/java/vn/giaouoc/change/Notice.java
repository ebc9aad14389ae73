package vn.giaouoc.change;

import java.time.Instant;

/** One unit that is told of a change. {@code dueAt}: by when it should have read it, 17:00 of a working day. */
public record Notice(String campaignCode, String campaignTitle, int seq, String unitCode, String unitName, Instant dueAt) {
}
