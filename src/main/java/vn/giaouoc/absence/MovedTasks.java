package vn.giaouoc.absence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks that changed hands by an absence, or were taken back, and whose people have not been told of it yet. */
@Component
public class MovedTasks {

    private final JdbcClient jdbc;

    MovedTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param occasion which moving it was: {@code VM-2026-0001/TO_DEPUTY}, {@code TL-17}; at most 30 characters */
    public record Moved(String taskId, String occasion) {
    }

    /**
     * The oldest movings that nobody has asked for before, at most so many of each kind; in the caller's transaction, which another node's call
     * does not wait for.
     */
    public List<Moved> next(int most) {
        return jdbc.sql("""
                        with moved as (update absence_task set told = true where ctid = any(array(select ctid from absence_task where not told order by at
                            limit :most for update skip locked)) returning task_id, absence_code || '/' || moved as occasion, at),
                          released as (update task_release set told = true where ctid = any(array(select ctid from task_release where not told order by at
                            limit :most for update skip locked)) returning task_id, 'TL-' || id as occasion, at)
                        select task_id, occasion from (select * from moved union all select * from released) x order by at""")
                .param("most", most).query(Moved.class).list();
    }
}
