package vn.giaouoc.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** {@code /api/v1} as another system meets it: starts, repeats, reads, and what it hears when something is wrong. */
class ApiIT extends IntegrationTest {

    private static final Path DESCRIPTION = Path.of("docs", "openapi.json");

    @LocalServerPort
    int port;
    @Autowired
    ObjectMapper json;
    @Autowired
    Jobs jobs;
    @Autowired
    Officials officials;
    @Autowired
    Attachments attachments;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private Http system;
    private LocalDate today;

    @BeforeEach
    void signIn() {
        system = Http.basic(port, "tichhop", "trial");
        today = LocalDate.now(clock);
    }

    @Test
    void aDraftStartsOnceAndARepeatFindsIt() throws IOException {
        String reference = "VB-" + UUID.randomUUID();
        HttpResponse<String> first = system.send("POST", "/api/v1/campaigns", draft(reference, "Phong trào qua kết nối"));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        String code = json.readTree(first.body()).path("code").asText();
        assertThat(first.headers().firstValue("Location").orElse("")).endsWith("/api/v1/campaigns/" + code);
        HttpResponse<String> repeat = system.send("POST", "/api/v1/campaigns", draft(reference, "Phong trào qua kết nối"));
        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(json.readTree(repeat.body()).path("code").asText()).isEqualTo(code);
        problem(system.send("POST", "/api/v1/campaigns", draft(reference, "Nội dung khác")), 409, "đã dùng cho phong trào " + code);
        jobs.runDue();
        JsonNode read = json.readTree(system.send("GET", "/api/v1/campaigns/" + code, null).body());
        assertThat(read.at("/campaign/status").asText()).isEqualTo("IN_APPROVAL");
        assertThat(read.at("/plan/title").asText()).isEqualTo("Phong trào qua kết nối");
    }

    @Test
    void aPlanIssuedOutsideOpensAndItsAnswersAreReadInPages() throws IOException {
        String code = issued("VB-" + UUID.randomUUID());
        jobs.runDue();
        JsonNode page = json.readTree(system.send("GET", "/api/v1/campaigns/" + code + "/responses?state=open&offset=10&limit=5", null).body());
        assertThat(page.path("total").asInt()).isEqualTo(18);
        assertThat(page.path("items")).hasSize(5);
        assertThat(page.path("items")).allSatisfy(row -> assertThat(row.path("status").asText()).isEqualTo("OPEN"));
        JsonNode one = json.readTree(system.send("GET", "/api/v1/campaigns/" + code + "/responses/sgddt", null).body());
        assertThat(one.at("/response/unitName").asText()).isEqualTo("Sở Giáo dục và Đào tạo");
        problem(system.send("GET", "/api/v1/campaigns/" + code + "/responses?limit=0", null), 422, "limit");
        problem(system.send("GET", "/api/v1/campaigns/" + code + "/responses?state=x", null), 422, "state");
        problem(system.send("GET", "/api/v1/campaigns/" + code + "/responses/khongco", null), 404, "Đơn vị không tham gia");
        JsonNode listed = json.readTree(system.send("GET", "/api/v1/campaigns?status=ISSUED&text=ph%C3%A1t&limit=200", null).body());
        assertThat(listed.path("items")).isNotEmpty().allSatisfy(row -> assertThat(row.path("status").asText()).isEqualTo("ISSUED"));
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndChangesNothing() {
        long before = count();
        problem(system.send("POST", "/api/v1/campaigns", "{\"reference\":\"r1\"}"), 422, "\"plan\"");
        problem(system.send("POST", "/api/v1/campaigns", "{\"plan\":{\"title\":\"x\"}}"), 422, "reference");
        HttpResponse<String> empty = system.send("POST", "/api/v1/campaigns", "{\"reference\":\"r2\",\"plan\":{\"title\":\"\"}}");
        problem(empty, 422, "plan.title");
        assertThat(empty.body()).contains("plan.type", "plan.from", "plan.to", "plan.unitKinds", "Nhập ngày bắt đầu.");
        problem(system.send("POST", "/api/v1/campaigns", "{\"reference\":\"r3\",\"plan\":{\"from\":\"20/05/2024\"}}"), 422, "plan.from");
        problem(system.send("POST", "/api/v1/campaigns", "{\"reference\":\"r3\",\"plan\":{\"unitKinds\":[\"SAO_HOA\"]}}"), 422, "plan.unitKinds[0]");
        problem(system.send("POST", "/api/v1/campaigns", "{\"reference\":\"r4\",\"plan\":{\"tilte\":\"x\"}}"), 422, "Không có trường này.");
        problem(system.send("POST", "/api/v1/campaigns", "{\"reference\":"), 400, "JSON");
        problem(system.send("POST", "/api/v1/campaigns", "{\"reference\":\"r5\",\"plan\":{\"title\":\"a\\u0000b\"}}"), 422, "plan.title");
        problem(system.send("POST", "/api/v1/campaigns", "{\"reference\":\"r6\",\"plan\":{\"title\":\"\\ud800\"}}"), 422, "plan.title");
        problem(system.send("POST", "/api/v1/campaigns", "{\"reference\":\"r7\",\"plan\":{\"contentItems\":[null]}}"), 422, "plan.contentItems");
        String warned = draft("r8", "75 ngày đêm lao động sáng tạo");
        problem(system.send("POST", "/api/v1/campaigns", warned), 422, "reasons.C02");
        problem(system.send("PUT", "/api/v1/campaigns", "{}"), 405, "phương thức");
        problem(system.send("GET", "/api/v1/khongco", null), 404, "Không tìm thấy");
        problem(system.send("GET", "/api/v1/campaigns/PT-1999-001", null), 404, "PT-1999-001");
        problem(system.send("POST", "/api/v1/campaigns", "{\"reference\":\"" + "x".repeat(3_000_000) + "\"}"), 413, "quá lớn");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void textIsKeptAsGivenInNfc() throws IOException {
        String decomposed = Normalizer.normalize("Phong trào  “Đền ơn đáp nghĩa”\n(dòng hai)", Normalizer.Form.NFD);
        HttpResponse<String> answer = system.send("POST", "/api/v1/campaigns", draft("VB-" + UUID.randomUUID(), decomposed.replace("\n", "\\n")));
        String code = json.readTree(answer.body()).path("code").asText();
        assertThat(jdbc.sql("select title from campaign where code = ?").param(code).query(String.class).single())
                .isEqualTo("Phong trào  “Đền ơn đáp nghĩa”\n(dòng hai)");
    }

    @Test
    void filesComeBackAsTheyWentIn() throws IOException {
        String code = issued("VB-" + UUID.randomUUID());
        JsonNode file = json.readTree(system.send("GET", "/api/v1/campaigns/" + code, null).body()).path("files").get(0);
        HttpResponse<String> content = system.send("GET", "/api/v1/attachments/" + file.path("id").asText() + "/content", null);
        assertThat(content.body()).isEqualTo("%PDF-1.4\n%%EOF\n");
        assertThat(content.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.path("sha256").asText()).hasSize(64);
        problem(system.send("GET", "/api/v1/attachments/" + UUID.randomUUID() + "/content", null), 404, "Không tìm thấy tệp.");
        problem(system.send("GET", "/api/v1/attachments/khongphai", null), 422, "id");
    }

    /** The committed description is the contract: a change of the API shows in the diff. Run with -Dopenapi=write to renew it. */
    @Test
    void theDescriptionIsTheCommittedOne() throws IOException {
        String now = sorted(system.send("GET", "/api/v1/openapi", null).body()).replaceAll("http://localhost:\\d+", "http://localhost:8080");
        if ("write".equals(System.getProperty("openapi"))) {
            Files.writeString(DESCRIPTION, now);
        }
        assertThat(now).isEqualTo(Files.readString(DESCRIPTION));
        JsonNode paths = json.readTree(now).path("paths");
        assertThat(StreamSupport.stream(((Iterable<String>) paths::fieldNames).spliterator(), false))
                .allMatch(path -> path.startsWith("/api/v1/"));
        assertExplained(json.readTree(now));
        assertThat(Http.session(port, "chuyenvien").send("GET", "/api/v1/docs", null).statusCode()).isIn(200, 302);
        assertThat(Http.anonymous(port).send("GET", "/api/v1/docs", null).statusCode()).isEqualTo(401);
    }

    /** Each parameter is explained, operations have names of their own, and openapi-texts.yml speaks only of what is there. */
    private static void assertExplained(JsonNode description) {
        Set<String> parameters = new TreeSet<>();
        Set<String> operations = new TreeSet<>();
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operations.add(operation.path("operationId").asText())).isTrue();
                operation.path("parameters").forEach(parameter -> parameters.add(parameter.path("name").asText()));
            }
        }
        assertThat(operations).allMatch(name -> name.matches("[a-z][A-Za-z]+"));
        var texts = ApiDescription.Texts.read();
        assertThat(parameters).isEqualTo(new TreeSet<>(texts.parameters().keySet()));
        texts.schemas().forEach((schema, fields) -> fields.keySet().forEach(field ->
                assertThat(description.at("/components/schemas/" + schema + "/properties/" + field + "/description").asText())
                        .as(schema + "." + field).isNotEmpty()));
    }

    private String sorted(String description) throws IOException {
        ObjectMapper sorting = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT);
        return sorting.writeValueAsString(sorting.treeToValue(sorting.readTree(description), Object.class)) + "\n";
    }

    private void problem(HttpResponse<String> answer, int status, String says) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"detail\"", says).doesNotContain("Exception", "org.", "java.", "select ");
    }

    private String issued(String reference) throws IOException {
        String file = attachments.upload(officials.actor("tichhop"), "ke-hoach.pdf",
                "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)).id().toString();
        String body = """
                {"reference": "%s", "plan": %s, "files": [{"id": "%s", "name": "ke-hoach.pdf"}],
                 "issue": {"issuer": "UBND tỉnh", "issueDate": "%s", "signerName": "Nguyễn Văn Thành", "numberUnknown": true},
                 "reasons": {"C04": "Chưa có bản gốc."}}""".formatted(reference, plan("Phong trào phát động ngoài"), file, today);
        HttpResponse<String> answer = system.send("POST", "/api/v1/campaigns/issued", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body()).path("code").asText();
    }

    private String draft(String reference, String title) {
        return "{\"reference\": \"%s\", \"plan\": %s}".formatted(reference, plan(title));
    }

    private String plan(String title) {
        return """
                {"type": "THEMATIC", "title": "%s", "from": "%s", "to": "%s", "contentItems": ["Thi đua."],
                 "unitKinds": ["DEPARTMENT"]}""".formatted(title, today.plusDays(5), today.plusDays(40));
    }

    private long count() {
        return jdbc.sql("select count(*) from campaign").query(Long.class).single();
    }
}
