package vn.giaouoc.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.absence.StandIns;
import vn.giaouoc.absence.StandIns.Deputyship;
import vn.giaouoc.organisation.GroupHeads;
import vn.giaouoc.organisation.Organisation;

/** Whose business a task is; for who is absent today the deputy hears of it as well. */
@Component
class Receivers {

    private final TaskBoard board;
    private final StandIns standIns;
    private final GroupHeads groupHeads;
    private final JdbcClient jdbc;

    Receivers(TaskBoard board, StandIns standIns, GroupHeads groupHeads, JdbcClient jdbc) {
        this.board = board;
        this.standIns = standIns;
        this.groupHeads = groupHeads;
        this.jdbc = jdbc;
    }

    /**
     * By task: who has taken it, or the people of its group; of a unit its officials, not also the head who belongs to the unit, unless
     * there is nobody else. Whoever has taken it and has no account any more cannot be told: then the heads, who can take it back. Deputies
     * as far as the ground lets them do it.
     */
    Map<OpenTask, Audience> holders(List<OpenTask> tasks) {
        Map<String, Set<String>> members = members(tasks.stream().filter(task -> task.holder() == null).flatMap(task -> task.groups().stream())
                .flatMap(group -> Stream.concat(Stream.of(group), Organisation.leadOf(group).stream())).collect(Collectors.toSet()));
        Set<String> there = active(tasks.stream().map(OpenTask::holder).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<OpenTask, Set<String>> holders = new HashMap<>();
        tasks.forEach(task -> holders.put(task, task.holder() == null
                ? task.groups().stream().flatMap(group -> officials(group, members).stream()).collect(Collectors.toSet())
                : there.contains(task.holder()) ? Set.of(task.holder()) : insteadOfNobody(task)));
        Map<String, Deputyship> deputies = standIns.deputies(holders.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<OpenTask, Audience> audiences = new HashMap<>();
        holders.forEach((task, people) -> audiences.put(task, of(task, people, with(deputies, people, deputyship ->
                deputyship.allows(board.act(task.form()))))));
        return audiences;
    }

    /** Who holds a task in somebody's place hears of it so. */
    private static Audience of(OpenTask task, Set<String> people, Audience audience) {
        if (task.owner() == null || !people.contains(task.holder())) {
            return audience;
        }
        Map<String, String> insteadOf = new HashMap<>(audience.insteadOf());
        insteadOf.put(task.holder(), task.owner());
        return new Audience(audience.people(), insteadOf);
    }

    private Set<String> insteadOfNobody(OpenTask task) {
        Set<String> heads = heads(task).people();
        return heads.isEmpty() ? ofGroups(task.groups()).people() : heads;
    }

    private Set<String> active(Set<String> people) {
        return people.isEmpty() ? Set.of() : Set.copyOf(jdbc.sql("select user_id from person where active and user_id = any(?)")
                .param(people.toArray(String[]::new)).query(String.class).list());
    }

    /** Who is a receiver anyhow hears of it for itself. */
    private static Audience with(Map<String, Deputyship> deputies, Set<String> people, Predicate<Deputyship> able) {
        Map<String, String> insteadOf = new HashMap<>();
        people.stream().sorted().filter(deputies::containsKey).filter(person -> able.test(deputies.get(person))).forEach(person -> {
            String deputy = deputies.get(person).deputy();
            if (!people.contains(deputy)) {
                insteadOf.putIfAbsent(deputy, person);
            }
        });
        Set<String> all = new HashSet<>(people);
        all.addAll(insteadOf.keySet());
        return new Audience(all, insteadOf);
    }

    private static Set<String> officials(String group, Map<String, Set<String>> members) {
        Set<String> all = members.getOrDefault(group, Set.of());
        Set<String> officials = new HashSet<>(all);
        Organisation.leadOf(group).ifPresent(lead -> officials.removeAll(members.getOrDefault(lead, Set.of())));
        return officials.isEmpty() ? all : officials;
    }

    /** Who heads those whose task it is; nobody where the model has given the heads a task of their own to urge it. */
    Audience heads(OpenTask task) {
        Set<String> heads = groupHeads.of(task.groups());
        heads.removeAll(board.urgedBeside(task.id()));
        return ofGroups(heads);
    }

    /** Everybody of these groups. */
    Audience ofGroups(Collection<String> groups) {
        Set<String> people = members(groups).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return with(standIns.deputies(people), people, deputyship -> true); // to urge is work
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
