package vn.giaouoc.organisation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who heads the people of a group: of a unit's its heads, of the others as the province says (table {@code group_head}). */
@Component
public class GroupHeads {

    private final JdbcClient jdbc;

    GroupHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The groups of those who head the people of these groups. */
    public Set<String> of(Collection<String> groups) {
        Set<String> heads = new HashSet<>(jdbc.sql("select head_group from group_head where group_id = any(?)").param(array(groups))
                .query(String.class).list());
        groups.forEach(group -> Organisation.leadOf(group).ifPresent(heads::add));
        return heads;
    }

    /** The groups whose people somebody heads by these groups of its own; of a unit the heads' own group too. */
    public Set<String> headedBy(Collection<String> own) {
        Set<String> headed = new HashSet<>(jdbc.sql("select group_id from group_head where head_group = any(?)").param(array(own))
                .query(String.class).list());
        own.stream().filter(Organisation::isLead).forEach(lead -> {
            headed.add(lead);
            headed.add(Organisation.unitGroup(Organisation.unitOf(lead)));
        });
        return headed;
    }

    private static String[] array(Collection<String> groups) {
        return groups.toArray(String[]::new);
    }
}
