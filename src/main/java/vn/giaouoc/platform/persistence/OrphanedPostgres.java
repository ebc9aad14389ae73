package vn.giaouoc.platform.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After {@code kill -9} of the application its database process lives on and holds the data folder: the next start
 * would fail on {@code postmaster.pid}. We hold the folder's lock here, so nobody else uses that process: end it.
 */
final class OrphanedPostgres {

    private static final Logger log = LoggerFactory.getLogger(OrphanedPostgres.class);

    private OrphanedPostgres() {
    }

    /** Ends the database process that {@code postmaster.pid} in this folder names, if it is one and still runs. */
    static void stop(Path dataFolder) throws IOException {
        Path pidFile = dataFolder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle.of(pid).filter(OrphanedPostgres::isPostgres).ifPresent(OrphanedPostgres::end);
        Files.deleteIfExists(pidFile);
    }

    /** Process numbers are used again: only a process that is a PostgreSQL server is ended. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }

    private static void end(ProcessHandle process) {
        log.warn("Dừng tiến trình cơ sở dữ liệu còn lại từ lần chạy trước / stopping the database process left behind: {}",
                process.pid());
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("Tiến trình {} không dừng theo yêu cầu, buộc dừng", process.pid(), e);
            process.destroyForcibly();
            process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
