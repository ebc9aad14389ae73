package vn.giaouoc.platform.security;

import java.util.Optional;
import java.util.Set;

/** Where accounts, passwords and memberships live; implemented over the engine's identity service. */
public interface Accounts {

    /** What came of checking a password. */
    enum Outcome {
        ACCEPTED,
        /** Unknown account or wrong password: the caller must not learn which. */
        WRONG,
        /** Too many wrong passwords; the right one does not help until the lock ends or is lifted. */
        LOCKED
    }

    /** Checks a password and counts a wrong one against the account. */
    Outcome check(String userId, String password);

    /** The same without counting, and without writing anything: for a check inside a transaction that may be undone. */
    Outcome compare(String userId, String password);

    /** Group ids of the account at this moment, with {@link LentGroups}; empty when the account does not exist (any more). */
    Optional<Set<String>> groupsOf(String userId);

    /** The account's own groups, without those lent by people who are absent. */
    Set<String> ownGroupsOf(String userId);
}
