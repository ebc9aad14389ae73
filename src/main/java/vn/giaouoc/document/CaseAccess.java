package vn.giaouoc.document;

import vn.giaouoc.shared.Actor;

/** Who may see a case; the feature that owns the case answers. */
public interface CaseAccess {

    /** Whether this access decides about the subject (by its prefix). */
    boolean owns(String subject);

    /** Whether the person may see what belongs to the subject, a business key such as {@code PT-2024-003/sgddt}. */
    boolean maySee(Actor actor, String subject);
}
