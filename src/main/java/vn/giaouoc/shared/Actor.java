package vn.giaouoc.shared;

import java.util.Set;

/**
 * Who acts: the signed-in person (or integration client) and the engine groups it belongs to at this moment.
 *
 * @param userId ASCII login id
 * @param groups group ids: roles such as {@code snv-specialist}, units such as {@code unit-sgddt}, {@code unit-sgddt-lead};
 *               those of absent people it deputises for included, which {@link #STANDS_IN} tells
 * @param acting in whose place, known where one task is looked at; null for somebody who acts for itself
 */
public record Actor(String userId, Set<String> groups, ActingFor acting) {

    /** A group that exists nowhere but in the groups of somebody who deputises for an absent person today. */
    public static final String STANDS_IN = "standing-in";

    public Actor {
        groups = Set.copyOf(groups);
    }

    public Actor(String userId, Set<String> groups) {
        this(userId, groups, null);
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

    /** Whether some of its groups are another's. */
    public boolean standsIn() {
        return in(STANDS_IN);
    }

    /** Whether this is the person, or whom it acts for: what one of them drafted neither of them approves. */
    public boolean isOrActsFor(String other) {
        return userId.equals(other) || acting != null && acting.userId().equals(other);
    }

    /** @throws NotAllowed it wrote what is to be approved, or acts for who did; sending it back is not approving */
    public void requireOtherThan(String writer) {
        if (isOrActsFor(writer)) {
            throw new NotAllowed("Người soạn nội dung không được tự duyệt nội dung của mình. Hãy trả lại để cán bộ khác của đơn vị soạn và trình lại, "
                    + "hoặc để người khác có thẩm quyền duyệt.");
        }
    }

    /** Whether it can only act because somebody is absent: signs with "KT.", "TL." or "TUQ.". */
    public boolean onlyAsDeputy() {
        return acting != null && !acting.ownRight();
    }
}
