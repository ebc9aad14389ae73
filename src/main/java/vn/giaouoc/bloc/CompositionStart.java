package vn.giaouoc.bloc;

import java.time.Instant;

/**
 * How the case of a composition begins: what the model's first gateway reads.
 *
 * @param title a column of Tasklist
 */
public record CompositionStart(String code, String title, Entry entry, Instant draftDueAt) {

    /** Where the decision comes from. */
    public enum Entry {
        /** To be drafted in Tasklist. */
        DRAFT,
        /** Arrived complete over REST, goes on to approval. */
        SUBMITTED,
        /** Issued outside; to be entered in Tasklist. */
        RECORD,
        /** Issued outside; arrived complete over REST. */
        RECORDED
    }
}
