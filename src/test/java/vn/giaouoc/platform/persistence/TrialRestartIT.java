package vn.giaouoc.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.giaouoc.GiaoUocApplication;
import vn.giaouoc.test.Http;

/** The product as a process of its own: a trial that is killed finds its work again; production says what it lacks. */
class TrialRestartIT {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    Path folder;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroy);
        started.forEach(process -> Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive()));
    }

    @Test
    void aKilledTrialFindsAllItsWorkAgainAlthoughTheOrphanedDatabaseStillRuns() throws Exception {
        Path first = folder.resolve("first.log");
        Process process = trial(first);
        Http person = Http.session(port(first, process), "chuyenvien");
        assertThat(person.send("PUT", "/api/forms/start/campaign/draft", "{\"data\":{\"title\":\"Phong trào còn lại\"}}").statusCode())
                .isEqualTo(200);
        Http admin = Http.session(port(first, process), "admin");
        assertThat(admin.send("PUT", "/api/trial/clock", "{\"now\":\"2024-06-03T08:00\"}").statusCode()).isEqualTo(200);
        String database = Files.readString(data().resolve("postgres").resolve("postmaster.opts"));
        assertThat(database).doesNotContain("fsync=off", "synchronous_commit=off", "full_page_writes=off");

        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        long orphan = Long.parseLong(Files.readAllLines(data().resolve("postgres").resolve("postmaster.pid")).get(0).strip());
        assertThat(ProcessHandle.of(orphan)).as("the database lives on").isPresent();

        Path second = folder.resolve("second.log");
        Process again = trial(second);
        Http same = Http.session(port(second, again), "chuyenvien");
        assertThat(same.send("GET", "/api/forms/start/campaign", null).body()).contains("Phong trào còn lại");
        assertThat(same.send("GET", "/api/trial/clock", null).body()).contains("2024-06-03T08:0");
        assertThat(Files.readString(second)).contains("bản chạy thử", "trial", "chuyenvien", "03/06/2024");
    }

    @Test
    void productionNamesWhatTheEnvironmentLacksAndDoesNotStart() throws Exception {
        Path log = folder.resolve("production.log");
        Process process = run(log);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(log)).contains("GIAOUOC_DB_URL", "GIAOUOC_ADMIN_PASSWORD", "GIAOUOC_SIGNING_KEY_FILE", "GIAOUOC_PUBLIC_URL", "Thiếu biến môi trường")
                .doesNotContain("\tat ");
    }

    private Process trial(Path log) throws IOException {
        return run(log, "--spring.profiles.active=trial", "--server.port=0", "--giaouoc.trial.data-folder=" + data());
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Process run(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path"),
                GiaoUocApplication.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        started.add(process);
        return process;
    }

    private static int port(Path log, Process process) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(300))
                .until(() -> Files.readString(log).contains("Started GiaoUocApplication") || !process.isAlive());
        try {
            Matcher port = PORT.matcher(Files.readString(log));
            assertThat(port.find()).as(Files.readString(log)).isTrue();
            return Integer.parseInt(port.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
