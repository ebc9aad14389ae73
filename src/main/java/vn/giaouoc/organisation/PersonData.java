package vn.giaouoc.organisation;

import java.util.List;

/**
 * A person with everything the administrator decides about it.
 *
 * @param surname     họ và chữ đệm
 * @param name        tên
 * @param memberships its units; each once
 * @param roles       group ids of {@link Role}
 * @param email       where letters go; null: as it is, blank: nowhere
 */
public record PersonData(String userId, String surname, String name, String position, boolean active,
                         List<Membership> memberships, List<String> roles, String email) {

    public PersonData {
        memberships = memberships == null ? List.of() : memberships;
        roles = roles == null ? List.of() : roles;
    }

    /** The same, with the address as it is. */
    public PersonData(String userId, String surname, String name, String position, boolean active, List<Membership> memberships,
                      List<String> roles) {
        this(userId, surname, name, position, active, memberships, roles, null);
    }

    /** @param leads whether the person approves for the unit */
    public record Membership(String unit, boolean leads) {
    }
}
