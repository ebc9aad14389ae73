package vn.giaouoc.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import vn.giaouoc.GiaoUocApplication;
import vn.giaouoc.test.Http;

/**
 * The product as a process of its own with its job executor, on a database of the test: it can be killed, and two of them can
 * share one database. Locks of jobs last seconds, not minutes, so that a test need not wait for those of a dead node.
 */
final class Node implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Ports of databases come again; their keys must not. */
    private static final String RUN = "-" + ProcessHandle.current().pid() + "-" + System.nanoTime();

    private final Process process;
    private final Path log;
    private int port;

    private Node(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a node and waits until it answers. Its log is {@code target/fault/<name>.log}. */
    static Node start(String name, String jdbcUrl) throws IOException {
        Path log = Path.of("target", "fault", name + ".log");
        Files.createDirectories(log.getParent());
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"),
                GiaoUocApplication.class.getName(), "--spring.profiles.active=test,fault", "--server.port=0",
                "--giaouoc.trial.clock-start=2024-05-06T08:00", "--spring.datasource.url=" + jdbcUrl, "--spring.datasource.username=postgres",
                // Nodes on one database have one key and one anchor.
                "--giaouoc.signing.key-file=" + Path.of("target", "fault", "signing-" + Integer.toHexString(jdbcUrl.hashCode()) + RUN, "key.p12"),
                "--camunda.bpm.job-execution.lock-time-in-millis=5000", "--camunda.bpm.job-execution.wait-time-in-millis=500",
                "--camunda.bpm.job-execution.max-wait=2000", "--camunda.bpm.job-execution.max-backoff=2000"));
        Node node = new Node(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
        node.awaitStart();
        return node;
    }

    private void awaitStart() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200))
                .until(() -> !process.isAlive() || text().contains("Started GiaoUocApplication"));
        Matcher found = PORT.matcher(text());
        assertThat(process.isAlive() && found.find()).as(text()).isTrue();
        port = Integer.parseInt(found.group(1));
    }

    /** As if the power had gone: no thread of it does anything any more. */
    void kill() throws InterruptedException {
        assertThat(process.destroyForcibly().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** What it has written so far. */
    String text() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The connected system. */
    Http system() {
        return Http.basic(port, "tichhop", "trial");
    }

    /** A person who has signed in. */
    Http person(String user) {
        return Http.session(port, user);
    }

    /** Its health without signing in. */
    int health() {
        return Http.anonymous(port).send("GET", "/actuator/health", null).statusCode();
    }

    /** Completes a task that is open, or refuses as the product does. */
    void complete(String user, String key, String task, Map<String, Object> data) {
        post("/api/v1/fault/complete?user=" + user + "&key=" + key + "&task=" + task, data);
    }

    /** Begins a withdrawal as a specialist does. */
    void withdraw(String code) {
        read(person("chuyenvien").send("POST", "/api/v1/campaigns/" + code + "/changes", "{\"kind\":\"WITHDRAW\"}"));
    }

    /** An uploaded PDF. */
    Map<String, Object> file(String user) {
        return Map.of("id", post("/api/v1/fault/file?user=" + user, Map.of()).path("id").asText(), "name", "ban-ky.pdf");
    }

    /** A plan issued outside arrives over REST: from here on the job executor works. @return the campaign's code */
    String issued(String reference, LocalDate reportingDate) {
        LocalDate today = today();
        Map<String, Object> plan = Map.of("type", "REGULAR", "title", "Phong trào " + reference, "from", today.toString(),
                "to", today.plusDays(60).toString(), "contentItems", List.of("Thi đua."), "unitKinds", List.of("COMMUNE"),
                "responseDue", today.plusDays(50).toString(),
                "reportingDates", List.of(Map.of("kind", "MIDTERM", "date", reportingDate.toString())));
        return post("/api/v1/campaigns/issued", Map.of("reference", reference, "plan", plan, "files", List.of(file("tichhop")),
                "issue", Map.of("issuer", "UBND tỉnh", "issueDate", today.toString(), "signerName", "Nguyễn Văn Thành",
                        "numberUnknown", true), "reasons", Map.of("C04", "Chưa có bản gốc."))).path("code").asText();
    }

    /** The product's day. */
    LocalDate today() {
        return now().toLocalDate();
    }

    LocalDateTime now() {
        return LocalDateTime.parse(read(system().send("GET", "/api/v1/fault/now", null)).path("now").asText());
    }

    /** Moves this node's clock; another node on the database keeps its own until it starts again. */
    void moveTo(LocalDateTime moment) {
        read(person("admin").send("PUT", "/api/trial/clock", "{\"now\":\"" + moment + "\"}"));
    }

    void forward(Duration time) {
        moveTo(now().plus(time));
    }

    private JsonNode post(String path, Map<String, Object> body) {
        try {
            return read(system().send("POST", path, JSON.writeValueAsString(body)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
