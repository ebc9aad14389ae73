package vn.giaouoc.covenant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.giaouoc.signature.SignerInfo;

/**
 * A member's signature under one sealed content.
 *
 * @param document number of the document that gives the authority; its {@code date}, {@code scope} and {@code until} as in {@link SignerGround}
 */
record Signature(String unit, SigningState state, String signedBy, String signerName, String capacity, Ground ground, String document,
                 LocalDate date, String scope, LocalDate until, Instant signedAt, String reason, String answer, UUID file, Long chainSeq) {

    /** In the chain, why a person stands for a signature that was given by hand. */
    static final String ON_PAPER = "Xác nhận bản ký trên giấy";

    /** Who signed, as it has to stand in the chain. */
    SignerInfo who() {
        return new SignerInfo(signedBy, signerName, capacity, ground == null ? ON_PAPER
                : CovenantPeople.words(new SignerGround(ground, document, date, scope, until)));
    }
}
