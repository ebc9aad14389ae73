package vn.giaouoc.absence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.absence.AbsenceFlow.HeldTask;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/** Tasks in the hands of somebody whose absence nobody entered: the head takes them back for the group ("Thu lại việc"). */
@Service
@Transactional
public class HeldTasks {

    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_SHOWN = 200;

    private final Places places;
    private final AbsenceFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    HeldTasks(Places places, AbsenceFlow flow, JdbcClient jdbc, Clock clock) {
        this.places = places;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A task somebody holds, as its head sees it. @param caseKey {@code PT-2024-003/sgddt} */
    public record Held(String taskId, String name, String caseKey, String holder, String holderName, Instant dueAt) {
    }

    /** The tasks held by people whom the reader heads; by anybody for administrators and supervisors; the first due first. */
    @Transactional(readOnly = true)
    public List<Held> list(Actor actor) {
        Place reader = places.get(actor.userId());
        List<String> people = releasesAll(reader) ? null
                : places.around(reader).stream().filter(reader::heads).map(Place::userId).toList();
        List<HeldTask> held = people != null && people.isEmpty() ? List.of() : flow.heldBy(people, MOST_SHOWN);
        Map<String, String> names = places.names(held.stream().map(HeldTask::holder).toList());
        return held.stream().map(task -> new Held(task.taskId(), task.name(), task.caseKey(), task.holder(),
                names.getOrDefault(task.holder(), task.holder()), task.dueAt())).toList();
    }

    /**
     * Takes a task from its holder; its group finds it again, with what was typed.
     *
     * @throws NotFound   no such task, nobody holds it, or the holder is not the actor's to decide about
     * @throws NotAllowed the actor heads nobody
     */
    public void release(Actor actor, String taskId, String reason) {
        HeldTask task = flow.held(taskId);
        Place reader = places.get(actor.userId());
        if (!mayRelease(reader, places.get(task.holder()))) {
            throw new NotAllowed("Chỉ thủ trưởng của người đang giữ việc, giám sát viên hoặc quản trị viên thu lại được việc.");
        }
        var errors = new Errors();
        errors.text(reason, "reason", true, LONGEST_REASON, "Nêu lý do thu lại việc.");
        errors.refuse();
        flow.release(taskId, reader.name() + " thu lại việc: " + reason);
        jdbc.sql("insert into task_release (task_id, case_key, task_name, holder, released_by, reason, at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(taskId, task.caseKey(), task.name(), task.holder(), actor.userId(), reason, Timestamp.from(clock.instant())).update();
    }

    private static boolean mayRelease(Place reader, Place holder) {
        return !reader.userId().equals(holder.userId())
                && (reader.heads(holder) || releasesAll(reader));
    }

    private static boolean releasesAll(Place reader) {
        return reader.has(Role.ADMIN) || reader.has(Role.SUPERVISOR);
    }
}
