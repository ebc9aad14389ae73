package vn.giaouoc.signature;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line of the chain.
 *
 * @param seq          from 1, without gaps, over the whole product
 * @param subject      business key of what was signed: {@code KT-2026-001/GU1}
 * @param signer       unit that signs: {@code sgddt}; empty for what the product itself notes (PUBLISHED, SUPERSEDED)
 * @param ground       why the person may sign: empty for the head, else KT., TUQ. with document and scope
 * @param digest       SHA-256 of the content, 64 hex digits in lower case
 * @param form         what the digest is of
 * @param title        what the verify page calls it; empty for SIGNED
 * @param at           to the microsecond
 * @param previousHash {@code hash} of the entry before; zeros for the first
 * @param hash         SHA-256 of all fields above
 * @param signature    of the hash with the server's key, Base64
 * @param keyId        which of the server's keys
 */
public record Entry(long seq, Kind kind, String subject, String signer, String userId, String name, String capacity, String ground,
                    String digest, SealedForm form, String title, Instant at, String previousHash, String hash, String signature,
                    String keyId) {

    /** What an entry tells. */
    public enum Kind {
        /** A person confirmed this content. */
        SIGNED,
        /** The product gave this content or file out. */
        PUBLISHED,
        /** What was given out does not count any more. */
        SUPERSEDED
    }

    /**
     * Whether it tells that this person signed for this unit: the same account, name, capacity and ground, and the same moment to the
     * millisecond. What a feature stores beside the chain is held against it.
     *
     * @param moment null: not signed
     */
    public boolean tells(String unit, SignerInfo who, Instant moment) {
        return signer.equals(unit) && new SignerInfo(userId, name, capacity, ground).equals(who) && moment != null
                && at.truncatedTo(ChronoUnit.MILLIS).equals(moment.truncatedTo(ChronoUnit.MILLIS));
    }
}
