package vn.giaouoc.covenant;

import java.time.Instant;
import java.util.UUID;

/** A member's signature under one sealed content. */
record Signature(String unit, SigningState state, String signedBy, String signerName, String capacity, Ground ground, String document,
                 String scope, Instant signedAt, String reason, String answer, UUID file, Long chainSeq) {
}
