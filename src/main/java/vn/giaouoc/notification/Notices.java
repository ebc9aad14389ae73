package vn.giaouoc.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes who is to be told what. Letters are written from these notes later, in a transaction of their own. */
@Component
class Notices {

    private static final String INSERT = "insert into notice (user_id, kind, delivery, task_id, occasion, task_name, case_code, title, unit_name, "
            + "due_at, link, created_at, instead_of) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private final Receivers receivers;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Notices(Receivers receivers, JdbcTemplate jdbc, Clock clock) {
        this.receivers = receivers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One task to tell some people of.
     *
     * @param occasion why, as it stands in the table; the same occasion is told once
     * @param link     whether these people can open the task
     */
    record Telling(OpenTask task, Audience audience, String occasion, boolean link) {
    }

    /** Notes it for those who can be written to and want to. In the caller's transaction; at most three statements. */
    void tell(NoticeKind kind, Collection<Telling> tellings) {
        Set<String> users = new HashSet<>();
        tellings.forEach(telling -> users.addAll(telling.audience().people()));
        if (users.isEmpty()) {
            return;
        }
        Map<String, Delivery> reachable = receivers.reachable(users, kind);
        List<Object[]> rows = new ArrayList<>();
        tellings.forEach(telling -> telling.audience().people().stream().filter(reachable::containsKey)
                .forEach(user -> rows.add(row(kind, telling, user, reachable.get(user)))));
        jdbc.batchUpdate(INSERT, rows);
    }

    private Object[] row(NoticeKind kind, Telling telling, String user, Delivery delivery) {
        OpenTask task = telling.task();
        return new Object[] {user, kind.name(), delivery.name(), task.id(), telling.occasion(), task.name(), task.caseCode(), task.title(),
                task.unitName(), at(task.dueAt()), telling.link(), at(clock.instant()), telling.audience().insteadOf().get(user)};
    }

    private static Timestamp at(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
