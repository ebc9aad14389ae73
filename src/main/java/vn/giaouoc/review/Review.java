package vn.giaouoc.review;

import java.time.Instant;

/** A review, as its row has it. */
record Review(String blocYear, int seq, ReviewStatus status, String begunBy, Instant begunAt, boolean inspection, Integer covenantVersion,
              Instant reportsDueAt, Instant closedMissingAt, Instant inspectionsDueAt, String headUnit, Instant heldAt, int reportVersion,
              String returnReason, Instant receivedAt, String receivedBy) {

    String key() {
        return ReviewKey.of(blocYear, seq);
    }
}
