package vn.giaouoc.organisation;

import java.util.Set;

/** Accounts, passwords and groups that follow the organisation's tables; {@code workflow} keeps them in the engine. */
public interface AccountKeeper {

    /** The group exists with this name. */
    void group(String id, String name);

    /** The account exists with this name. */
    void account(String userId, String surname, String name);

    /** Sets the password of an existing account; kept as a salted hash only. */
    void password(String userId, String password);

    /** The account is in exactly these groups. */
    void groups(String userId, Set<String> groups);

    /** The account's own groups; none without an account. */
    Set<String> groupsOf(String userId);

    /** The account is gone; the person stays in the tables and in every history. */
    void remove(String userId);

    /** Whether there is an account. */
    boolean exists(String userId);
}
