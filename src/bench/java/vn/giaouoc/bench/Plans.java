package vn.giaouoc.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plan of what really ran, with the real parameters, as auto_explain logs it (EXPLAIN ANALYZE, BUFFERS). */
final class Plans {

    static final Path LOG = DurableDatabase.OUTPUT.resolve("postgres").resolve("postgres.log");
    /** Begins each entry of the log. */
    static final String MARK = "@@entry";
    private static final Pattern DURATION = Pattern.compile("duration: ([0-9.]+) ms\\s+plan:");

    private final JdbcClient admin;

    Plans(EmbeddedPostgres postgres) {
        this.admin = JdbcClient.create(postgres.getPostgresDatabase());
    }

    /** Runs the work with plans logged. @return the entry of the slowest statement */
    String slowest(Runnable work) {
        try {
            long before = Files.size(LOG);
            log("0");
            work.run();
            log("-1");
            byte[] log = Files.readAllBytes(LOG);
            String logged = new String(log, (int) before, log.length - (int) before, StandardCharsets.UTF_8);
            return Arrays.stream(logged.split(Pattern.quote(MARK))).filter(entry -> DURATION.matcher(entry).find() && entry.toLowerCase().contains("act_"))
                    .max(Comparator.comparingDouble(Plans::duration)).orElse("nothing logged");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double duration(String entry) {
        Matcher found = DURATION.matcher(entry);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private void log(String threshold) {
        for (String setting : new String[] {"log_analyze = on", "log_buffers = on", "log_parameter_max_length = 200",
            "log_min_duration = " + threshold}) {
            admin.sql("alter system set auto_explain." + setting).update();
        }
        admin.sql("select pg_reload_conf()").query().listOfRows();
        admin.sql("select pg_sleep(0.5)").query().listOfRows(); // the sessions hear of it with their next statement
    }
}
