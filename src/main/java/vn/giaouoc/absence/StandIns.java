package vn.giaouoc.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.organisation.AccountKeeper;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.platform.security.LentGroups;
import vn.giaouoc.shared.Actor;

/**
 * Who may act in whose place today. Asked from the absences and the date each time, so that it ends by itself, whatever became of the
 * process (ADR 0025). A deputy gets the absent person's own groups, never those the absent person has from somebody else: no chain.
 */
@Service
@Transactional(readOnly = true)
public class StandIns implements LentGroups {

    /** Not lent: they are about the system, not about cases. */
    private static final Set<String> NEVER = Set.of(Role.ADMIN.group(), Role.SUPERVISOR.group(), Role.INTEGRATION.group());
    private static final String IN_EFFECT = "a.ended_at is null and a.from_date <= :today and a.to_date >= :today ";
    private static final String ALLOWED = """
            array(select g.act from act_ground g where g.act = any(a.acts) and g.ground = a.ground and g.valid_from <= :today
              and (g.valid_to is null or g.valid_to >= :today) and (a.valid_until is null or a.valid_until >= :today)) as allowed""";
    private static final String TODAY = "select a.code, a.person, p.surname || ' ' || p.name as name, p.position, a.ground, a.document, a.document_date, "
            + "a.valid_until, a.to_date, " + ALLOWED + ", array(select k.name from act_kind k where k.code = any(a.acts) order by k.seq) as scope "
            + "from absence a join person p on p.user_id = a.person and p.active where a.deputy = :deputy and " + IN_EFFECT + "order by a.code";

    private final AccountKeeper accounts;
    private final JdbcClient jdbc;
    private final Clock clock;

    StandIns(AccountKeeper accounts, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One person before one task.
     *
     * @param actor   with the groups that count here, and in whose place it acts
     * @param refusal why it may look at the task but not take or complete it; null: nothing stands against it
     */
    public record Standing(Actor actor, String refusal) {
    }

    /** A task as far as it matters here; its act is asked only for somebody who deputises. @param act null: its model does not say */
    public record At(String taskId, String name, Set<String> candidates, Supplier<String> act) {
    }

    @Override
    public Set<String> to(String userId) {
        List<StandIn> today = of(userId);
        if (today.isEmpty()) {
            return Set.of();
        }
        Set<String> lent = new HashSet<>(Set.of(Actor.STANDS_IN));
        today.forEach(standIn -> lent.addAll(standIn.groups()));
        return lent;
    }

    /**
     * Who acts today for an absent person.
     *
     * @param acts what it may sign or approve today; work besides
     */
    public record Deputyship(String deputy, Set<String> acts) {

        /** Whether the ground lets the deputy do this. @param act null: its model does not say */
        public boolean allows(String act) {
            return StandIn.within(acts, act);
        }
    }

    /** Who acts today for those of these people who are absent, by absent person. */
    public Map<String, Deputyship> deputies(Collection<String> people) {
        return people.isEmpty() ? Map.of() : jdbc.sql("select a.person, a.deputy, " + ALLOWED + " from absence a where a.person = any(:people) and "
                        + IN_EFFECT).param("people", people.toArray(String[]::new)).param("today", LocalDate.now(clock))
                .query((rs, n) -> Map.entry(rs.getString(1), new Deputyship(rs.getString(2), Set.of((String[]) rs.getArray(3).getArray())))).list()
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * How somebody stands before a task: by its own right, in the place of somebody, or not at all. Costs nothing for people who
     * deputise for nobody.
     */
    public Standing at(Actor actor, At task) {
        if (!actor.standsIn()) {
            return new Standing(actor, null);
        }
        Set<String> own = accounts.groupsOf(actor.userId());
        List<StandIn> today = of(actor.userId());
        String act = task.act().get();
        Optional<StandIn> taken = takenFrom(task.taskId(), today);
        if (meets(own, task.candidates())) {
            Optional<StandIn> instead = taken.or(() -> today.stream().filter(standIn -> standIn.acts().contains(act)
                    && meets(standIn.groups(), task.candidates())).findFirst());
            return new Standing(new Actor(actor.userId(), own, instead.map(standIn -> standIn.acting(act, true)).orElse(null)), null);
        }
        List<StandIn> through = today.stream().filter(standIn -> meets(standIn.groups(), task.candidates())).toList();
        if (through.isEmpty()) {
            return new Standing(new Actor(actor.userId(), own), "Thời gian xử lý thay đã kết thúc; công việc này không thuộc nhóm của bạn.");
        }
        return taken.filter(standIn -> through.contains(standIn) && standIn.allows(act)).or(() -> allowing(through, act))
                .map(standIn -> standing(actor, own, standIn, act, null))
                .orElseGet(() -> standing(actor, own, through.get(0), act, through.get(0).refusal(task.name(), LocalDate.now(clock))));
    }

    /** Whether a deputy may take over a task of this absence. */
    boolean mayTake(String deputy, String absence, Set<String> candidates, String act) {
        return meets(accounts.groupsOf(deputy), candidates)
                || of(deputy).stream().anyMatch(standIn -> standIn.absence().equals(absence) && standIn.allows(act)
                && meets(standIn.groups(), candidates));
    }

    /** Whether somebody may hold a task, by itself or for anybody. */
    boolean mayHold(String userId, Set<String> candidates) {
        return meets(accounts.groupsOf(userId), candidates) || meets(to(userId), candidates);
    }

    /** Whether it is the person's own task: by its own groups. */
    boolean owns(String userId, Set<String> candidates) {
        return meets(accounts.groupsOf(userId), candidates);
    }

    private static Standing standing(Actor actor, Set<String> own, StandIn standIn, String act, String refusal) {
        Set<String> groups = new HashSet<>(own);
        groups.addAll(standIn.groups());
        return new Standing(new Actor(actor.userId(), groups, standIn.acting(act, false)), refusal);
    }

    private static Optional<StandIn> allowing(List<StandIn> through, String act) {
        return through.stream().filter(standIn -> standIn.allows(act)).findFirst();
    }

    /** From whom the task came to this deputy when the absence began. */
    private Optional<StandIn> takenFrom(String taskId, List<StandIn> today) {
        if (taskId == null || today.isEmpty()) {
            return Optional.empty();
        }
        Set<String> absences = jdbc.sql("select absence_code from absence_task where task_id = ? and moved = 'TO_DEPUTY'").param(taskId)
                .query(String.class).list().stream().collect(Collectors.toSet());
        return today.stream().filter(standIn -> absences.contains(standIn.absence())).findFirst();
    }

    private List<StandIn> of(String deputy) {
        return jdbc.sql(TODAY).param("deputy", deputy).param("today", LocalDate.now(clock)).query(this::row).list();
    }

    private StandIn row(ResultSet rs, int n) throws SQLException {
        Set<String> groups = accounts.groupsOf(rs.getString("person")).stream().filter(group -> !NEVER.contains(group))
                .collect(Collectors.toUnmodifiableSet());
        return new StandIn(rs.getString("code"), rs.getString("person"), rs.getString("name"), rs.getString("position"),
                AbsenceGround.valueOf(rs.getString("ground")), Set.of((String[]) rs.getArray("allowed").getArray()),
                List.of((String[]) rs.getArray("scope").getArray()), rs.getString("document"), rs.getObject("document_date", LocalDate.class),
                rs.getObject("valid_until", LocalDate.class), rs.getObject("to_date", LocalDate.class), groups);
    }

    private static boolean meets(Collection<String> groups, Collection<String> candidates) {
        return !Collections.disjoint(groups, candidates);
    }
}
