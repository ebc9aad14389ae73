package vn.giaouoc.test;

import com.sun.management.ThreadMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures work by what one database counted and what the calling thread allocated. Nothing else may use the database meanwhile. */
public final class Meter {

    private static final String WORK = "from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = ? "
            + "and query !~ 'pg_stat_statements' ";
    private static final String TRANSACTION = "query ~* '^\\s*(begin|commit|rollback|set|show|savepoint|release)\\M'";
    private static final String WRITES = "query ~* '^\\s*(insert|update|delete)'";
    private static final String ENGINE = "query ~* '\\mact_'";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final JdbcClient admin;
    private final String database;

    /** @param database the one whose statements count */
    public Meter(EmbeddedPostgres postgres, String database) {
        this.admin = JdbcClient.create(postgres.getPostgresDatabase());
        this.database = database;
        admin.sql("create extension if not exists pg_stat_statements").update();
    }

    /** What this work costs. */
    public Cost measure(Runnable work) {
        reset();
        long thread = Thread.currentThread().getId();
        long allocated = THREADS.getThreadAllocatedBytes(thread);
        long start = System.nanoTime();
        work.run();
        long nanos = System.nanoTime() - start;
        long bytes = THREADS.getThreadAllocatedBytes(thread) - allocated;
        return admin.sql("select coalesce(sum(calls) filter (where not " + TRANSACTION + "), 0), "
                        + "coalesce(sum(calls) filter (where " + ENGINE + "), 0), coalesce(sum(calls) filter (where query ~* '^begin'), 0), "
                        + "coalesce(sum(rows) filter (where " + WRITES + "), 0), "
                        + "coalesce(sum(rows) filter (where " + WRITES + " and " + ENGINE + "), 0), "
                        + "coalesce(sum(shared_blks_hit + shared_blks_read), 0), coalesce(sum(wal_bytes), 0) " + WORK)
                .param(database).query((rs, n) -> new Cost(rs.getDouble(1), rs.getDouble(2), rs.getDouble(3), rs.getDouble(4),
                        rs.getDouble(5), rs.getDouble(6), rs.getDouble(7), bytes, nanos)).single();
    }

    private void reset() {
        admin.sql("select pg_stat_statements_reset()").query().listOfRows();
    }

    /** Writes what was run in the last measurement, the most frequent first, for whoever looks for waste. */
    public void keepStatements(Path file, int divisor) {
        List<String> lines = admin.sql("select calls, rows, total_exec_time, query " + WORK + "order by calls desc").param(database)
                .query((rs, n) -> "%8.2f calls %8.2f rows %8.3f ms  %s".formatted(rs.getDouble(1) / divisor, rs.getDouble(2) / divisor,
                        rs.getDouble(3) / divisor, rs.getString(4).replaceAll("\\s+", " "))).list();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
