package vn.giaouoc.change;

import java.time.Instant;

/** A change that begins: what its case needs. */
public record ChangeStart(String campaignCode, String campaignTitle, int seq, String draftGroup, Instant draftDueAt) {
}
