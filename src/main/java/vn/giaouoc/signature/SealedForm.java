package vn.giaouoc.signature;

/** What a published digest is of. */
public enum SealedForm {
    /** The canonical content that the case holds: its owner can recompute it at any time. */
    CONTENT,
    /** The bytes of a printed file. */
    FILE
}
