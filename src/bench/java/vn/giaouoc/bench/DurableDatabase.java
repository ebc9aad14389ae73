package vn.giaouoc.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A PostgreSQL as durable as in production, which counts statements and can log the plan of each. */
@TestConfiguration(proxyBeanMethods = false)
class DurableDatabase {

    /** Everything the benchmark writes besides its table on the console. */
    static final Path OUTPUT = Path.of("target", "bench").toAbsolutePath();

    /** Where the statements of one measurement are kept. */
    static Path statements(String name) {
        return OUTPUT.resolve("statements-" + name + ".txt");
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        Files.createDirectories(OUTPUT);
        return EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements,auto_explain")
                .setServerConfig("pg_stat_statements.max", "20000")
                .setServerConfig("fsync", "on").setServerConfig("full_page_writes", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("logging_collector", "on").setServerConfig("log_directory", Plans.LOG.getParent().toString())
                .setServerConfig("log_filename", Plans.LOG.getFileName().toString()).setServerConfig("log_line_prefix", Plans.MARK)
                .setLocaleConfig("encoding", "UTF8").setLocaleConfig("locale", "C")
                .start();
    }

    @Bean
    JdbcConnectionDetails connection(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return postgres.getJdbcUrl("postgres", "postgres");
            }
        };
    }
}
