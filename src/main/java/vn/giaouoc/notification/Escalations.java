package vn.giaouoc.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.platform.time.WorkingDays;

/**
 * Overdue tasks that are urged, level by level: who has the task, the head, Sở Nội vụ, the leader. Who they are and after how many
 * working days is data ({@code escalation_level}, {@code deadline_parameter}).
 */
@Service
@Transactional
public class Escalations {

    /** Levels there are. */
    public static final int LEVELS = 4;
    /** Up to here those who are told can open the task. */
    private static final int HEAD = 2;
    private static final LocalTime OPENING = LocalTime.of(8, 0);

    private final TaskBoard board;
    private final Receivers receivers;
    private final Notices notices;
    private final NotificationFlow flow;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Portions portions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Escalations(TaskBoard board, Receivers receivers, Notices notices, NotificationFlow flow, Deadlines deadlines, WorkingDays workingDays,
                Portions portions, JdbcClient jdbc, Clock clock) {
        this.board = board;
        this.receivers = receivers;
        this.notices = notices;
        this.flow = flow;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.portions = portions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Urged(String code, String taskId, Instant dueAt) {
    }

    private record Level(String receiver, List<String> groups, String deadlineCode) {
    }

    /** Begins to urge a batch of tasks that were due before today. @return the last task looked at; null when there is none left */
    String open(String behind) {
        List<OpenTask> overdue = board.due(null, today().atStartOfDay(clock.getZone()).toInstant(), behind,
                portions.tasks());
        Set<String> urged = new HashSet<>(jdbc.sql("select task_id from escalation where ended_at is null and task_id = any(?)")
                .param(ids(overdue)).query(String.class).list());
        overdue.stream().filter(task -> !urged.contains(task.id())).forEach(this::open);
        return overdue.size() < portions.tasks() ? null : overdue.get(overdue.size() - 1).id();
    }

    private void open(OpenTask task) {
        Optional<String> code = jdbc.sql("insert into escalation (code, task_id, due_at, opened_at) select :prefix || "
                        + "lpad(nextval('escalation_number')::text, 6, '0'), :task, :due, :now on conflict do nothing returning code")
                .param("prefix", NoticeCases.ESCALATION).param("task", task.id()).param("due", Timestamp.from(task.dueAt()))
                .param("now", Timestamp.from(clock.instant())).query(String.class).optional();
        code.ifPresent(made -> flow.startEscalation(made, task));
    }

    /**
     * Ends the urging of tasks that are done, gone, or due later than they were, in a batch of those behind this code.
     *
     * @return the last one looked at; null when there is none left
     */
    String endThoseDone(String behind) {
        List<Urged> open = jdbc.sql("select code, task_id, due_at from escalation where ended_at is null and code > ? order by code limit ?")
                .params(behind, portions.tasks()).query(Escalations::urged).list();
        Map<String, OpenTask> tasks = board.open(open.stream().map(Urged::taskId).toList()).stream()
                .collect(Collectors.toMap(OpenTask::id, Function.identity()));
        open.stream().filter(urged -> !overdue(urged, tasks.get(urged.taskId()))).forEach(urged -> {
            jdbc.sql("update escalation set ended_at = ? where code = ?").params(Timestamp.from(clock.instant()), urged.code()).update();
            flow.endEscalation(urged.code());
        });
        return open.size() < portions.tasks() ? null : open.get(open.size() - 1).code();
    }

    /**
     * Tells those of this level, as far as the task is still overdue and a level before has not told them of it.
     *
     * @param level 1–{@link #LEVELS}
     * @return when the next level is told; null after the last
     */
    public Instant tell(String code, int level) {
        Urged urged = jdbc.sql("select code, task_id, due_at from escalation where code = ? for update").param(code).query(Escalations::urged).single();
        OpenTask task = board.open(List.of(urged.taskId())).stream().findFirst().orElse(null);
        if (overdue(urged, task)) {
            level(level).ifPresent(to -> notices.tell(NoticeKind.ESCALATION, List.of(new Notices.Telling(task, newly(urged, receivers(to, task)),
                    NoticeRow.OVERDUE + level + ":" + day(urged), level <= HEAD))));
            jdbc.sql("update escalation set level = ?, told_at = ? where code = ?").params(level, Timestamp.from(clock.instant()), code).update();
        }
        return level == LEVELS ? null : next(level + 1);
    }

    /** Of these people those whom no level has told of this task yet. */
    private Audience newly(Urged urged, Audience people) {
        return people.without(jdbc.sql("select user_id from notice where task_id = ? and kind = 'ESCALATION' and right(occasion, 10) = ?")
                .params(urged.taskId(), day(urged).toString()).query(String.class).list());
    }

    private LocalDate day(Urged urged) {
        return LocalDate.ofInstant(urged.dueAt(), clock.getZone());
    }

    private static Urged urged(ResultSet rs, int n) throws SQLException {
        return new Urged(rs.getString(1), rs.getString(2), rs.getTimestamp(3).toInstant());
    }

    private Audience receivers(Level level, OpenTask task) {
        return switch (level.receiver()) {
            case "HOLDER" -> receivers.holders(List.of(task)).get(task);
            case "HEAD" -> receivers.heads(task);
            default -> receivers.ofGroups(level.groups());
        };
    }

    /** 08:00 so many days from today, on a working day; a level that has no row today is passed over at once. */
    private Instant next(int level) {
        return level(level).map(Level::deadlineCode).filter(Objects::nonNull)
                .map(parameter -> workingDay(LocalDate.ofInstant(deadlines.due(parameter, clock.instant()).dueAt(), clock.getZone()))
                        .atTime(OPENING).atZone(clock.getZone()).toInstant()).orElseGet(clock::instant);
    }

    /** The day itself, or the next working day: a parameter may count calendar days. */
    private LocalDate workingDay(LocalDate day) {
        return workingDays.isWorkingDay(day) ? day : workingDays.after(day, 1);
    }

    private Optional<Level> level(int level) {
        return jdbc.sql("select receiver, group_ids, deadline_code from escalation_level where level = ? and valid_from <= ? "
                        + "and (valid_to is null or valid_to >= ?) order by valid_from desc limit 1").params(level, today(), today())
                .query((rs, n) -> new Level(rs.getString(1), List.of((String[]) rs.getArray(2).getArray()), rs.getString(3))).optional();
    }

    private static boolean overdue(Urged urged, OpenTask task) {
        return task != null && urged.dueAt().equals(task.dueAt());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String[] ids(List<OpenTask> tasks) {
        return tasks.stream().map(OpenTask::id).toArray(String[]::new);
    }
}
