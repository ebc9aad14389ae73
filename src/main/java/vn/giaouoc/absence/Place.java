package vn.giaouoc.absence;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.giaouoc.organisation.Role;

/**
 * A person with its own place in the organisation, as the tables have it: never what it may do for others.
 *
 * @param units its active units
 * @param leads those it leads or approves for
 * @param roles group ids of {@link Role}
 */
record Place(String userId, String name, String position, boolean active, List<String> units, List<String> leads, Set<String> roles) {

    /** In {@code act_holder}: who leads or approves for a unit. */
    static final String UNIT_LEAD = "UNIT_LEAD";
    private static final String DEPUTY = "phó ";
    private static final Set<String> LEADERS = Set.of(Role.CHAIRMAN.group(), Role.DEPUTY_CHAIRMAN.group());
    private static final Set<String> OFFICE = Set.of(Role.OFFICE_CHECK.group(), Role.OFFICE_CLERK.group());
    /** Roles of people who need not be of a unit: the leaders, and the office of the UBND. */
    static final Set<String> OF_PROVINCE = Set.of(Role.CHAIRMAN.group(), Role.DEPUTY_CHAIRMAN.group(), Role.OFFICE_CHECK.group(),
            Role.OFFICE_CLERK.group());

    boolean has(Role role) {
        return roles.contains(role.group());
    }

    /** Where it belongs: its units, the province's leaders, the office of the UBND. */
    private Set<String> bodies() {
        var bodies = new HashSet<>(units);
        roles.forEach(role -> {
            if (LEADERS.contains(role)) {
                bodies.add("#leaders");
            } else if (OFFICE.contains(role)) {
                bodies.add("#office");
            }
        });
        return bodies;
    }

    boolean ofProvince() {
        return roles.stream().anyMatch(OF_PROVINCE::contains);
    }

    boolean sameBody(Place other) {
        return bodies().stream().anyMatch(other.bodies()::contains);
    }

    /** Whether it signs or approves such things in its own right. */
    boolean does(ActKinds.ActKind act) {
        return act.holders().stream().anyMatch(holder -> roles.contains(holder) || UNIT_LEAD.equals(holder) && !leads.isEmpty());
    }

    /** The head of an agency: may authorise others to sign. */
    boolean headOfAgency() {
        return has(Role.CHAIRMAN) || !leads.isEmpty() && !deputyByPosition();
    }

    /** The head of an agency or of a division: a statutory deputy may sign for it. */
    boolean head() {
        return headOfAgency() || has(Role.SNV_DIVISION_HEAD) && !deputyByPosition();
    }

    /** Whether this one may decide about the other's absence as its head. Those who lead the same unit do not: one could give itself the other's right. */
    boolean heads(Place other) {
        return !userId.equals(other.userId) && (leads.stream().anyMatch(unit -> other.units.contains(unit) && !other.leads.contains(unit))
                || has(Role.CHAIRMAN) && other.bodies().stream().anyMatch(body -> body.startsWith("#")));
    }

    /** Whether this one may take back what the other holds: as its head, and from whoever has no account any more also as another head of its unit. */
    boolean takesBackFrom(Place holder) {
        return heads(holder) || !holder.active && leads.stream().anyMatch(holder.units::contains);
    }

    /** Whether this one is the statutory deputy of the other: the same body, and the position of its deputy. */
    boolean statutoryDeputyOf(Place head) {
        if (head.has(Role.CHAIRMAN)) {
            return has(Role.DEPUTY_CHAIRMAN);
        }
        return head.head() && sameBody(head) && deputyByPosition() && head.position != null
                && beginning(position.substring(DEPUTY.length())).equals(beginning(head.position));
    }

    /**
     * Whether the other may name this one as its deputy on this ground. TL., TUQ. go to heads only (NĐ 30/2020/NĐ-CP, Điều 13 khoản 3, 4): of
     * a part of the head's own body, or of an agency below the Chairman.
     *
     * @param headsOfParts what the positions of heads of parts begin with, lower case
     */
    boolean mayDeputise(Place absent, AbsenceGround ground, Collection<String> headsOfParts) {
        boolean below = absent.has(Role.CHAIRMAN) && headOfAgency();
        return switch (ground) {
            case WORK -> sameBody(absent);
            case KT -> statutoryDeputyOf(absent);
            case TL, TUQ -> absent.headOfAgency() && (below || sameBody(absent) && position != null
                    && headsOfParts.stream().anyMatch((position.toLowerCase(Locale.ROOT) + " ")::startsWith));
        };
    }

    private boolean deputyByPosition() {
        return position != null && position.toLowerCase(Locale.ROOT).startsWith(DEPUTY);
    }

    /** The first two syllables: "Giám đốc", "Trưởng phòng", "Chánh Văn". */
    private static String beginning(String position) {
        String[] syllables = position.toLowerCase(Locale.ROOT).split("\\s+", 3);
        return syllables.length > 1 ? syllables[0] + " " + syllables[1] : syllables[0];
    }
}
