package vn.giaouoc.shared;

import java.util.Set;

/**
 * Who acts: the signed-in person (or integration client) and the engine groups it belongs to at this moment.
 *
 * @param userId ASCII login id
 * @param groups group ids: roles such as {@code snv-specialist}, units such as {@code unit-sgddt}, {@code unit-sgddt-lead}
 */
public record Actor(String userId, Set<String> groups) {

    public Actor {
        groups = Set.copyOf(groups);
    }

    /** Whether the person is in this group. */
    public boolean in(String group) {
        return groups.contains(group);
    }

    /** Whether the person is in one of these groups. */
    public boolean inAny(Iterable<String> wanted) {
        for (String group : wanted) {
            if (in(group)) {
                return true;
            }
        }
        return false;
    }
}
