package vn.giaouoc.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.absence.StandIns;
import vn.giaouoc.organisation.Organisation;

/** Whose business a task is; for who is absent today the deputy hears of it as well. */
@Component
class Receivers {

    private final TaskBoard board;
    private final StandIns standIns;
    private final JdbcClient jdbc;

    Receivers(TaskBoard board, StandIns standIns, JdbcClient jdbc) {
        this.board = board;
        this.standIns = standIns;
        this.jdbc = jdbc;
    }

    /** By task: who has taken it, or the people of its group; of a unit its officials, not also the head who belongs to the unit. */
    Map<OpenTask, Set<String>> holders(List<OpenTask> tasks) {
        Set<String> asked = new HashSet<>();
        tasks.stream().filter(task -> task.holder() == null).flatMap(task -> task.groups().stream()).forEach(group -> {
            asked.add(group);
            Organisation.leadOf(group).ifPresent(asked::add);
        });
        Map<String, Set<String>> members = members(asked);
        Map<OpenTask, Set<String>> holders = new HashMap<>();
        tasks.forEach(task -> holders.put(task, task.holder() != null ? Set.of(task.holder())
                : task.groups().stream().flatMap(group -> officials(group, members).stream()).collect(Collectors.toSet())));
        Map<String, String> deputies = standIns.deputies(holders.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        holders.replaceAll((task, people) -> with(deputies, people));
        return holders;
    }

    private static Set<String> with(Map<String, String> deputies, Set<String> people) {
        return Stream.concat(people.stream(), people.stream().map(deputies::get).filter(Objects::nonNull)).collect(Collectors.toSet());
    }

    private static Set<String> officials(String group, Map<String, Set<String>> members) {
        Set<String> officials = new HashSet<>(members.getOrDefault(group, Set.of()));
        Organisation.leadOf(group).ifPresent(lead -> officials.removeAll(members.getOrDefault(lead, Set.of())));
        return officials;
    }

    /** Who heads those whose task it is; nobody where the model has given the heads a task of their own in the same case. */
    Set<String> heads(OpenTask task) {
        Set<String> heads = new HashSet<>();
        task.groups().forEach(group -> Organisation.leadOf(group).ifPresent(heads::add));
        heads.addAll(jdbc.sql("select head_group from group_head where group_id = any(?)").param(task.groups().toArray(String[]::new))
                .query(String.class).list());
        heads.removeAll(board.groupsBeside(task.id()));
        return ofGroups(heads);
    }

    /** Everybody of these groups. */
    Set<String> ofGroups(Collection<String> groups) {
        Set<String> people = members(groups).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return with(standIns.deputies(people), people);
    }

    /** Those of these people who can be written to, and how they want to hear of this kind; who wants no letter is left out. */
    Map<String, Delivery> reachable(Collection<String> users, NoticeKind kind) {
        return jdbc.sql("select p.user_id, coalesce(c.delivery, :usual) from person p left join notice_choice c on c.user_id = p.user_id "
                        + "and c.kind = :kind where p.active and p.email is not null and p.user_id = any(:users)")
                .param("usual", kind.usual().name()).param("kind", kind.name()).param("users", users.toArray(String[]::new))
                .query((rs, n) -> Map.entry(rs.getString(1), Delivery.valueOf(rs.getString(2)))).list().stream()
                .filter(choice -> choice.getValue() != Delivery.NONE).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Set<String>> members(Collection<String> groups) {
        return groups.isEmpty() ? Map.of() : board.members(groups);
    }
}
