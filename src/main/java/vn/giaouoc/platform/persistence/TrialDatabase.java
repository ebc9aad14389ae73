package vn.giaouoc.platform.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * PostgreSQL of the trial run, kept in a folder of the project's. Durable like production ({@code fsync} and
 * {@code synchronous_commit} on), and it starts again on the same folder after the application was killed.
 */
@Configuration(proxyBeanMethods = false)
@Profile("trial")
class TrialDatabase {

    /** Keeps a second trial run off the folder; the operating system frees it with the process, however that ends. */
    @Bean(destroyMethod = "close")
    FolderLock trialFolderLock(@Value("${giaouoc.trial.data-folder}") Path folder) throws IOException {
        Files.createDirectories(folder);
        return new FolderLock(folder.resolve("lock"));
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres trialPostgres(FolderLock lock, @Value("${giaouoc.trial.data-folder}") Path folder) throws IOException {
        Path data = folder.resolve("postgres").toAbsolutePath();
        OrphanedPostgres.stop(data);
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "50")
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    @Bean
    JdbcConnectionDetails trialConnection(EmbeddedPostgres postgres) {
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

    static final class FolderLock implements AutoCloseable {

        private final FileChannel channel;

        FolderLock(Path file) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked()) {
                channel.close();
                throw new IllegalStateException("Một bản chạy thử khác đang dùng thư mục " + file.getParent()
                        + " / another trial run uses this folder");
            }
        }

        private boolean locked() throws IOException {
            try {
                FileLock lock = channel.tryLock();
                return lock != null;
            } catch (OverlappingFileLockException e) {
                return false; // held by this same process: a second context, refused like any other
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
