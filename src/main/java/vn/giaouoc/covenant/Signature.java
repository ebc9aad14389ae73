package vn.giaouoc.covenant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.giaouoc.signature.SignerInfo;

/**
 * A member's signature under one sealed content.
 *
 * @param signerName who signed here, or confirmed what {@code ink} signed
 * @param document   number of the document that gives the authority; its {@code date}, {@code scope} and {@code until} as in {@link SignerGround}
 * @param ink        who signed by hand; null where nobody did, or nobody was asked
 */
record Signature(String unit, SigningState state, String signedBy, String signerName, String capacity, Ground ground, String document,
                 LocalDate date, String scope, LocalDate until, Instant signedAt, String reason, String answer, UUID file, Long chainSeq,
                 InkSigner ink) {

    /** Who signed, as it has to stand in the chain. */
    SignerInfo who() {
        return new SignerInfo(signedBy, signerName, capacity, ground == null ? InkSigner.words(ink)
                : CovenantPeople.words(new SignerGround(ground, document, date, scope, until)));
    }

    /** As it stands under the covenant. */
    String printedName() {
        return ink == null ? signerName : ink.name();
    }

    String printedCapacity() {
        return ink == null ? capacity : ink.position();
    }
}
