package vn.giaouoc.signature;

/** A feature whose contents are published: it alone can tell whether what it stores is still what was signed. */
public interface DigestOwner {

    /** Whether this subject ({@code KT-2026-001/GU1}) is the feature's. */
    boolean owns(String subject);

    /**
     * Recomputes the digest from what is stored now, never from a stored digest.
     *
     * @param digest one that was published as CONTENT under this subject and is not superseded
     * @return false when no stored content of the subject has this digest: rows were altered or removed
     */
    boolean holds(String subject, String digest);
}
