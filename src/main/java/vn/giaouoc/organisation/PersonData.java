package vn.giaouoc.organisation;

import java.util.List;

/**
 * A person with everything the administrator decides about it.
 *
 * @param surname     họ và chữ đệm
 * @param name        tên
 * @param memberships its units; each once
 * @param roles       group ids of {@link Role}
 */
public record PersonData(String userId, String surname, String name, String position, boolean active,
                         List<Membership> memberships, List<String> roles) {

    public PersonData {
        memberships = memberships == null ? List.of() : memberships;
        roles = roles == null ? List.of() : roles;
    }

    /** @param leads whether the person approves for the unit */
    public record Membership(String unit, boolean leads) {
    }
}
