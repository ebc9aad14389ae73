package vn.giaouoc.signature;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the anchor with the chain. A full disk stops no official: the anchor catches up with the next entry, check or start. */
class AnchorKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(AnchorKeeper.class);

    private final Anchor anchor;

    AnchorKeeper(Anchor anchor) {
        this.anchor = anchor;
    }

    /** This entry is committed. */
    void seen(long seq, String hash) {
        try {
            anchor.advance(seq, hash);
        } catch (UncheckedIOException e) {
            LOG.error("Anchor of the signature chain stays behind entry {}: until it is written a cut-off end is not noticed", seq, e);
        }
    }

    /**
     * A new entry does not continue from what is anchored: the anchor stays where it is, as the proof of what was there. No official is
     * stopped; the verify page, health and every check say so until an administrator has looked.
     *
     * @param point empty: there is no anchor that can be read
     */
    void left(long seq, Optional<Anchor.Point> point) {
        LOG.error("Entry {} of the signature chain is not anchored: {}", seq, point.isEmpty() ? "there is no readable anchor"
                : "entry " + point.get().seq() + " is not the one that was anchored, the chain was cut or made anew");
    }

    /**
     * At the start: an empty book gets its first anchor.
     *
     * @param report what a check of the chain has just found
     * @param again  the administrator has looked into it and wants the anchor set to the chain as it stands
     * @return whether the anchor was set anew, so that the report does not hold any more
     */
    boolean start(SignatureChain chain, ChainReport report, boolean again) {
        if (report.last() == 0 && anchor.read().isEmpty()) {
            anchor.begin();
        } else if (again) {
            SignatureChain.End end = chain.end();
            anchor.set(end.seq(), end.hash());
            LOG.warn("Anchor of the signature chain set anew at entry {}, as GIAOUOC_SIGNING_ANCHOR_AGAIN asks; it was at {}",
                    end.seq(), report.anchored());
            return true;
        }
        return false;
    }
}
