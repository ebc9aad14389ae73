package vn.giaouoc.covenant;

import java.time.Instant;
import java.util.UUID;

/**
 * A member's signature under one sealed content.
 *
 * @param signerName who signed here, or confirmed what {@code ink} signed
 * @param ink        who signed by hand; null where nobody did, or nobody was asked
 */
record Signature(String unit, SigningState state, String signedBy, String signerName, String capacity, Ground ground, String document,
                 String scope, Instant signedAt, String reason, String answer, UUID file, Long chainSeq,
                 InkSigner ink) {

    /** As it stands under the covenant. */
    String printedName() {
        return ink == null ? signerName : ink.name();
    }

    String printedCapacity() {
        return ink == null ? capacity : ink.position();
    }
}
