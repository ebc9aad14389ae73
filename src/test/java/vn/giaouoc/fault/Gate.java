package vn.giaouoc.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A place in the database where the transaction that writes the n-th open task of one kind waits until the test lets it pass. So a
 * node is in the middle of a batch for certain, however fast the machine is: some batches committed, one half written, others to come.
 */
final class Gate {

    private static final int LOCK = 4711;

    private final Connection holder;
    private final JdbcClient jdbc;

    /** @param after this many tasks of the kind pass */
    Gate(DataSource database, String taskKey, int after) throws SQLException {
        jdbc = JdbcClient.create(database);
        holder = database.getConnection();
        run("select pg_advisory_lock(" + LOCK + ")");
        run("create or replace function fault_gate() returns trigger language plpgsql as $$ begin if new.task_def_key_ = '" + taskKey
                + "' and (select count(*) from act_ru_task where task_def_key_ = '" + taskKey + "') >= " + after
                + " then perform pg_advisory_xact_lock_shared(" + LOCK + "); end if; return new; end $$");
        run("create or replace trigger fault_gate before insert on act_ru_task for each row execute function fault_gate()");
    }

    /** Until somebody stands before it. */
    void await() {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> jdbc.sql("select count(*) from pg_locks where locktype = "
                + "'advisory' and not granted").query(Long.class).single() > 0);
    }

    /** Lets everybody pass from now on. */
    void open() throws SQLException {
        holder.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }
}
