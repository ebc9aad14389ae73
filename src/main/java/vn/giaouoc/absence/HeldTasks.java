package vn.giaouoc.absence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.absence.AbsenceFlow.HeldTask;
import vn.giaouoc.organisation.AccountKeeper;
import vn.giaouoc.organisation.GroupHeads;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/**
 * Tasks in the hands of somebody whose absence nobody entered, or who has no account any more, or left the task's group: the head takes them
 * back for the group ("Thu lại việc").
 */
@Service
@Transactional
public class HeldTasks {

    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_SHOWN = 200;
    private static final Comparator<HeldTask> FIRST_DUE = Comparator.comparing(HeldTask::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(HeldTask::taskId);

    private final Places places;
    private final StandIns standIns;
    private final GroupHeads groupHeads;
    private final AccountKeeper accounts;
    private final AbsenceFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    HeldTasks(Places places, StandIns standIns, GroupHeads groupHeads, AccountKeeper accounts, AbsenceFlow flow, JdbcClient jdbc, Clock clock) {
        this.places = places;
        this.standIns = standIns;
        this.groupHeads = groupHeads;
        this.accounts = accounts;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A task somebody holds, as its head sees it.
     *
     * @param caseKey {@code PT-2024-003/sgddt}
     * @param gone    whether the holder has no account any more
     */
    public record Held(String taskId, String name, String caseKey, String holder, String holderName, boolean gone, Instant dueAt) {
    }

    /**
     * The tasks held by people whom the reader heads, with or without account, and those of its groups whose holder left them; everybody's
     * for administrators and supervisors; the first due first, at most 200.
     */
    @Transactional(readOnly = true)
    public List<Held> list(Actor actor) {
        Place reader = places.get(actor.userId());
        List<HeldTask> held = releasesAll(reader) ? flow.heldBy(null, MOST_SHOWN) : ofOwnPeople(reader);
        Map<String, Place> holders = places.find(held.stream().map(HeldTask::holder).toList());
        return held.stream().map(task -> held(task, holders.get(task.holder()))).toList();
    }

    private static Held held(HeldTask task, Place holder) {
        return new Held(task.taskId(), task.name(), task.caseKey(), task.holder(), holder == null ? task.holder() : holder.name(),
                holder == null || !holder.active(), task.dueAt());
    }

    private List<HeldTask> ofOwnPeople(Place reader) {
        List<String> people = places.everAround(reader).stream().filter(reader::takesBackFrom).map(Place::userId).toList();
        Set<String> groups = groupHeads.headedBy(accounts.groupsOf(reader.userId()));
        Stream<HeldTask> theirs = people.isEmpty() ? Stream.of() : flow.heldBy(people, MOST_SHOWN).stream();
        Stream<HeldTask> left = groups.isEmpty() ? Stream.of() : flow.heldByOutsiders(groups, MOST_SHOWN).stream()
                .filter(task -> !task.holder().equals(reader.userId()) && leftToGroup(task, flow.candidates(task)));
        return Stream.concat(theirs, left).collect(Collectors.toMap(HeldTask::taskId, task -> task, (same, again) -> same, LinkedHashMap::new))
                .values().stream().sorted(FIRST_DUE).limit(MOST_SHOWN).toList();
    }

    /** Whether the holder may not complete it any more, neither by itself nor for anybody. */
    private boolean leftToGroup(HeldTask task, Set<String> candidates) {
        return !standIns.mayHold(task.holder(), candidates);
    }

    /**
     * Takes a task from its holder; its group finds it again, with what was typed.
     *
     * @throws NotFound                           no such task, or nobody holds it
     * @throws NotAllowed                         the holder is not the actor's to decide about
     * @throws vn.giaouoc.shared.InvalidInput     without a reason
     * @throws vn.giaouoc.shared.ConflictRefusal  somebody else has got it meanwhile
     */
    public void release(Actor actor, String taskId, String reason) {
        HeldTask task = flow.held(taskId);
        Place reader = places.get(actor.userId());
        if (!mayRelease(reader, task)) {
            throw new NotAllowed("Chỉ thủ trưởng của người đang giữ việc, giám sát viên hoặc quản trị viên thu lại được việc.");
        }
        var errors = new Errors();
        errors.text(reason, "reason", true, LONGEST_REASON, "Nêu lý do thu lại việc.");
        errors.refuse();
        flow.release(task, reader.name() + " thu lại việc: " + reason);
        jdbc.sql("insert into task_release (task_id, case_key, task_name, holder, released_by, reason, at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(taskId, task.caseKey(), task.name(), task.holder(), actor.userId(), reason, Timestamp.from(clock.instant())).update();
    }

    private boolean mayRelease(Place reader, HeldTask task) {
        return !reader.userId().equals(task.holder())
                && (releasesAll(reader) || places.find(task.holder()).filter(reader::takesBackFrom).isPresent() || headsGroupOf(reader, task));
    }

    private boolean headsGroupOf(Place reader, HeldTask task) {
        Set<String> candidates = flow.candidates(task);
        return !Collections.disjoint(groupHeads.headedBy(accounts.groupsOf(reader.userId())), candidates) && leftToGroup(task, candidates);
    }

    private static boolean releasesAll(Place reader) {
        return reader.has(Role.ADMIN) || reader.has(Role.SUPERVISOR);
    }
}
