package vn.giaouoc.signature;

import java.time.Instant;
import java.util.List;

/**
 * What a check of the chain found.
 *
 * @param intact    nothing is altered, missing, out of order or wrongly signed
 * @param entries   how many entries were looked at
 * @param last      number of the last entry of the whole chain, 0 when there is none
 * @param anchored  number up to which a cut-off end would be noticed, 0 when there is no anchor
 * @param faults    at most {@link #MOST_FAULTS} of entries, in the order of the chain, then that of the anchor; one cause may
 *                  show in several entries
 * @param summary   one Vietnamese sentence
 */
public record ChainReport(boolean intact, long entries, long last, long anchored, Instant checkedAt, List<Fault> faults, String summary) {

    /** After so many a person knows enough. */
    public static final int MOST_FAULTS = 100;

    /** What can be wrong. */
    public enum FaultKind {
        /** The entry's fields do not give its hash. */
        ALTERED,
        /** Numbers are missing. */
        MISSING,
        /** The entry does not continue the one before. */
        REORDERED,
        /** The hash is not signed by the key it names. */
        WRONG_SIGNATURE,
        /** The key it names is none of the server's. */
        UNKNOWN_KEY,
        /** The chain ends before, or differs at, what was anchored outside the database. */
        CUT_OFF,
        /** There is no (readable, correctly signed) anchor though there are entries. */
        NO_ANCHOR
    }

    /**
     * @param seq     entry at which it shows
     * @param subject of that entry; empty when it has none (a missing entry, the anchor)
     * @param message Vietnamese, what is wrong and where
     */
    public record Fault(FaultKind kind, long seq, String subject, String message) {
    }
}
