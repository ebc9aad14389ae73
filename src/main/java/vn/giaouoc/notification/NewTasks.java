package vn.giaouoc.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.absence.MovedTasks;

/**
 * Finds tasks that came into being and nobody has taken yet, and those that changed hands because somebody is absent. A task costs nothing when it is created: this looks, from time to time,
 * behind the youngest task it has seen.
 */
@Service
@Transactional
public class NewTasks {

    /** Tasks of one transaction. */
    static final int BATCH = 500;
    /** A task may become visible so much later than its own date: no transaction takes longer. */
    private static final Duration OVERLAP = Duration.ofMinutes(30);

    private final TaskBoard board;
    private final MovedTasks movedTasks;
    private final Receivers receivers;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final Clock clock;

    NewTasks(TaskBoard board, MovedTasks movedTasks, Receivers receivers, Notices notices, JdbcClient jdbc, Clock clock) {
        this.board = board;
        this.movedTasks = movedTasks;
        this.receivers = receivers;
        this.notices = notices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes one batch. @return whether there may be more */
    public boolean gather() {
        boolean more = created();
        return moved() || more;
    }

    private boolean moved() {
        List<MovedTasks.Moved> moved = movedTasks.next(BATCH);
        if (moved.isEmpty()) {
            return false;
        }
        Map<String, String> occasions = moved.stream().collect(Collectors.toMap(MovedTasks.Moved::taskId, MovedTasks.Moved::occasion,
                (earlier, latest) -> latest));
        List<OpenTask> open = board.open(occasions.keySet());
        Map<OpenTask, Audience> holders = receivers.holders(open);
        notices.tell(NoticeKind.NEW_TASK, open.stream().map(task -> new Notices.Telling(task, holders.get(task), "MOVED:" + occasions.get(task.id()),
                true)).toList());
        return moved.size() >= BATCH;
    }

    private boolean created() {
        Instant last = last();
        Instant from = last.minus(OVERLAP);
        jdbc.sql("delete from task_told where created_at < ?").param(Timestamp.from(from.minus(OVERLAP))).update();
        List<String> told = jdbc.sql("select task_id from task_told").query(String.class).list();
        List<OpenTask> found = board.created(from, told, BATCH);
        if (found.isEmpty()) {
            return false;
        }
        Map<OpenTask, Audience> holders = receivers.holders(found);
        notices.tell(NoticeKind.NEW_TASK, found.stream().map(task -> new Notices.Telling(task, holders.get(task), "NEW", true)).toList());
        jdbc.sql("insert into task_told select * from unnest(?, ?)").param(found.stream().map(OpenTask::id).toArray(String[]::new))
                .param(found.stream().map(task -> Timestamp.from(task.createdAt())).toArray(Timestamp[]::new)).update();
        jdbc.sql("update task_watermark set last_created = greatest(last_created, ?)")
                .param(Timestamp.from(found.get(found.size() - 1).createdAt())).update();
        return found.size() == BATCH;
    }

    /** Locked until the end of the transaction: two nodes do not tell the same. The first call ever begins with what comes after it. */
    private Instant last() {
        jdbc.sql("insert into task_watermark values (1, ?) on conflict do nothing").param(Timestamp.from(clock.instant().plus(OVERLAP))).update();
        return jdbc.sql("select last_created from task_watermark for update").query(Timestamp.class).single().toInstant();
    }
}
