package vn.giaouoc.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.report.Periods;
import vn.giaouoc.test.Cases;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;

/** {@code /api/v1} for what follows a launch – reports, works, changes, papers – as other systems and units meet it. */
class ReportsApiIT extends IntegrationTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @LocalServerPort
    int port;
    @Autowired
    ObjectMapper json;
    @Autowired
    Cases cases;
    @Autowired
    Attachments attachments;
    @Autowired
    Periods periods;

    private final Map<String, Http> callers = new HashMap<>();

    @BeforeEach
    void theSystem() {
        callers.put("tichhop", Http.basic(port, "tichhop", "trial"));
    }

    // ---- reports ----------------------------------------------------------------------------------------------------

    @Test
    void figuresAreThoseOfTheMomentUntilTheReportIsHandedInAndThenStay() throws IOException {
        String code = cases.issuedOutside(Map.of());
        JsonNode period = read("tichhop", code + "/reports").get(0);
        assertThat(period.path("kind").asText()).isEqualTo("FINAL");
        assertThat(period.path("status").asText()).isEqualTo("OPEN");
        assertThat(period.path("total").asInt()).isEqualTo(5);
        cases.report(code, "ubmttq", 10, Map.of());
        assertFigures(code, 10, 1, 1);
        cases.report(code, "tinhdoan", 7, Map.of());
        assertFigures(code, 17, 2, 2);
        assertThat(read("tichhop", code + "/reports/1").path("report").isNull()).isTrue();

        cases.consolidate(code, periods.get(code, 1).dueAt());
        cases.report(code, "ldld", 100, Map.of());
        assertFigures(code, 17, 2, 3);
        JsonNode handedIn = read("tichhop", code + "/reports/1");
        assertThat(handedIn.at("/report/overview").asText()).isEqualTo("Đúng tiến độ.");
        assertThat(handedIn.at("/period/status").asText()).isEqualTo("CONSOLIDATED");
        assertThat(handedIn.at("/gathered/missing")).hasSize(3);
        assertThat(handedIn.at("/gathered/figures/0/reached").asBoolean()).isFalse();
    }

    /** The province's figure with the units behind it, and how many have reported by now. */
    private void assertFigures(String code, int houses, int units, int reported) throws IOException {
        JsonNode detail = read("tichhop", code + "/reports/1");
        assertThat(detail.at("/gathered/figures/0/indicator").asText()).isEqualTo(Cases.HOUSES);
        assertThat(detail.at("/gathered/figures/0/value").asInt()).isEqualTo(houses);
        assertThat(detail.at("/gathered/figures/0/units").asInt()).isEqualTo(units);
        assertThat(detail.at("/gathered/reported").asInt()).isEqualTo(units);
        assertThat(detail.at("/period/reported").asInt()).isEqualTo(reported);
    }

    @Test
    void theUnitsOfAPeriodComeInPagesAndByState() throws IOException {
        String code = cases.issuedOutside(Map.of());
        cases.report(code, "ubmttq", 10, Map.of());
        cases.report(code, "hoiphunu", 0, Map.of("noActivity", true, "indicators", List.of()));
        cases.write(code, "ldld", 3, Map.of());
        String units = code + "/reports/1/units";
        assertThat(column(units, "unitCode")).containsExactly("hoinongdan", "hoiphunu", "ldld", "tinhdoan", "ubmttq");
        assertThat(column(units + "?offset=2&limit=2", "unitCode")).containsExactly("ldld", "tinhdoan");
        assertThat(read("tichhop", units + "?offset=2&limit=2").path("total").asInt()).isEqualTo(5);
        assertThat(column(units + "?state=reported", "unitCode")).containsExactly("hoiphunu", "ubmttq");
        assertThat(column(units + "?state=missing", "status")).containsExactly("OPEN", "SUBMITTED", "OPEN");
        assertThat(column(units + "?state=inactive", "unitCode")).containsExactly("hoiphunu");
        assertThat(column(units + "?state=late", "unitCode")).isEmpty();
        cases.past(periods.get(code, 1).dueAt());
        assertThat(column(units + "?state=late", "unitCode")).containsExactly("hoinongdan", "ldld", "tinhdoan");
        assertThat(column(units + "?state=blocked", "unitCode")).isEmpty();
        assertThat(column(units + "?state=cancelled", "unitCode")).isEmpty();
        problem(get("tichhop", units + "?state=x"), 422, "\"state\"", "reported");
        problem(get("tichhop", units + "?limit=201&offset=-1"), 422, "\"limit\"", "\"offset\"");
        problem(get("tichhop", code + "/reports/9/units"), 404, "không có kỳ báo cáo này");
        problem(get("tichhop", code + "/reports/9"), 404, "không có kỳ báo cáo này");
        problem(get("tichhop", code + "/reports/x"), 422, "\"seq\"");
        problem(get("tichhop", "PT-1999-001/reports"), 404, "PT-1999-001");
    }

    @Test
    void aUnitReadsItsOwnReportAndItsFilesAndNoOther() throws IOException {
        String code = cases.issuedOutside(Map.of());
        cases.report(code, "ubmttq", 10, Map.of("difficulties", "Thiếu kinh phí."));
        String own = code + "/reports/1/units/ubmttq";
        for (String reader : List.of("tichhop", "chuyenvien", "canbo.ubmttq", "thutruong.ubmttq")) {
            JsonNode detail = read(reader, own);
            assertThat(detail.at("/report/report/difficulties").asText()).as(reader).isEqualTo("Thiếu kinh phí.");
            String file = detail.at("/files/0/id").asText();
            assertThat(caller(reader).send("GET", "/api/v1/attachments/" + file + "/content", null).body()).startsWith("%PDF-");
        }
        problem(get("canbo.ldld", own), 404, "Không tìm thấy báo cáo");
        String file = read("tichhop", own).at("/files/0/id").asText();
        problem(caller("canbo.ldld").send("GET", "/api/v1/attachments/" + file + "/content", null), 404, "Không tìm thấy tệp.");
        assertThat(read("canbo.ldld", code + "/reports")).as("when the unit has to report").hasSize(1);
        problem(get("canbo.ldld", code + "/reports/1"), 403, "quyền xem");
        problem(get("canbo.ldld", code + "/reports/1/units"), 403, "quyền xem");
        problem(get("canbo.ldld", code + "/works"), 403, "quyền xem");
        problem(get("canbo.congan", code + "/reports"), 404, code);
        problem(get("tichhop", code + "/reports/1/units/congan"), 404, "không có báo cáo trong kỳ này");
    }

    // ---- works ------------------------------------------------------------------------------------------------------

    @Test
    void aWorkIsSettledOnceAndByThoseWhoReceiveTheReports() throws IOException {
        String code = cases.issuedOutside(Map.of());
        cases.answer(code, "ldld", 2);
        cases.answer(code, "ubmttq", 1);
        String works = code + "/works";
        assertThat(column(works, "unitCode")).containsExactly("ldld", "ldld", "ubmttq");
        assertThat(column(works + "?offset=1&limit=1", "seq")).containsExactly("1");
        assertThat(column(works + "?state=open", "state")).containsExactly("null", "null", "null");
        problem(get("tichhop", works + "?state=x"), 422, "\"state\"");

        String settle = works + "/ldld/1/settlement";
        problem(post("canbo.ldld", settle, "{\"state\":\"DONE\",\"note\":\"Xong.\"}"), 403, "Sở Nội vụ");
        problem(post("tichhop", settle, "{\"state\":\"DONE\",\"note\":\"Xong.\"}"), 403, "Sở Nội vụ");
        problem(post("canbo.congan", settle, "{\"state\":\"DONE\",\"note\":\"Xong.\"}"), 404, code);
        problem(post("chuyenvien", settle, "{\"state\":\"DONE\",\"note\":\" \"}"), 422, "\"note\"", "Nêu căn cứ, lý do.");
        problem(post("chuyenvien", settle, "{\"state\":\"DOING\",\"note\":\"Còn làm.\"}"), 422, "\"state\"");
        problem(post("chuyenvien", settle, "{\"state\":\"HỎNG\",\"note\":\"Xong.\"}"), 422, "\"state\"");
        problem(post("chuyenvien", settle, "{\"state\":\"DONE\",\"note\":\"Xong.\",\"by\":\"ai\"}"), 422, "\"by\"");
        problem(post("chuyenvien", settle, "null"), 400, "JSON");
        problem(post("chuyenvien", works + "/ldld/7/settlement", "{\"state\":\"DONE\",\"note\":\"Xong.\"}"), 404, "Không có công trình");
        assertThat(column(works + "?state=open", "seq")).as("nothing was settled by what was refused").hasSize(3);

        assertThat(post("chuyenvien", settle, "{\"state\":\"DROPPED\",\"note\":\"Đơn vị sáp nhập.\"}").statusCode()).isEqualTo(204);
        problem(post("truongphong", settle, "{\"state\":\"DONE\",\"note\":\"Xong.\"}"), 409, "đã được ghi nhận");
        assertThat(column(works + "?state=dropped", "note")).containsExactly("Đơn vị sáp nhập.");
        assertThat(column(works + "?state=open", "unitCode")).containsExactly("ldld", "ubmttq");
        assertThat(column(works + "?state=done", "unitCode")).isEmpty();
    }

    @Test
    void aReportWrittenBeforeAWorkWasSettledDoesNotOpenItAgain() throws IOException {
        String code = cases.issuedOutside(Map.of());
        cases.answer(code, "ldld", 2);
        cases.write(code, "ldld", 3, Map.of("works", List.of(Map.of("seq", 0, "state", "DOING"), Map.of("seq", 1, "state", "DOING"))));
        assertThat(post("chuyenvien", code + "/works/ldld/0/settlement", "{\"state\":\"DONE\",\"note\":\"Đã bàn giao.\"}").statusCode()).isEqualTo(204);
        cases.approve("thutruong.ldld", code + "/KY1/ldld", "approveReport");
        assertThat(column(code + "/works", "state")).containsExactly("DONE", "DOING");
    }

    // ---- changes ----------------------------------------------------------------------------------------------------

    @Test
    void oneChangeAtATimeBegunByThoseWhoMay() throws IOException {
        String code = cases.issuedOutside(Map.of());
        String list = code + "/changes";
        problem(post("canbo.ldld", list, "{\"kind\":\"AMEND\"}"), 403, "cơ quan soạn thảo");
        problem(post("tichhop", list, "{\"kind\":\"AMEND\"}"), 403, "cơ quan soạn thảo");
        problem(post("canbo.congan", list, "{\"kind\":\"AMEND\"}"), 404, code);
        problem(post("chuyenvien", list, "{}"), 422, "\"kind\"", "Chọn điều chỉnh hoặc thu hồi.");
        problem(post("chuyenvien", list, "{\"kind\":\"DELETE\"}"), 422, "\"kind\"");
        assertThat(read("tichhop", list)).isEmpty();
        HttpResponse<String> begun = post("chuyenvien", list, "{\"kind\":\"AMEND\"}");
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(json.readTree(begun.body()).path("seq").asInt()).isEqualTo(1);
        problem(post("chuyenvien", list, "{\"kind\":\"WITHDRAW\"}"), 409, "chưa xong");
        assertThat(read("tichhop", list).get(0).path("status").asText()).isEqualTo("DRAFTING");
        String drafting = cases.draftedBy("syt", Map.of());
        problem(post("chuyenvien", drafting + "/changes", "{\"kind\":\"AMEND\"}"), 409, "đã ban hành");
    }

    @Test
    void aUnitReadsAChangeAndItsFilesOnceItIsInForce() throws IOException {
        String code = cases.issuedOutside(Map.of());
        String paper = cases.change(code, ChangeKind.AMEND, "chuyenvien", Map.of("reason", "Mưa lũ kéo dài.",
                "purpose", "Khắc phục hậu quả mưa lũ.", "files", List.of(cases.file("chuyenvien"))));
        JsonNode pending = read("tichhop", code + "/changes").get(0);
        assertThat(pending.path("status").asText()).isEqualTo("IN_APPROVAL");
        assertThat(pending.at("/plan/purpose").asText()).isEqualTo("Khắc phục hậu quả mưa lũ.");
        assertThat(read("canbo.ldld", code + "/changes")).isEmpty();
        String file = attachments.of(code + "/TD1").get(0).id().toString();
        String content = "/api/v1/attachments/" + file + "/content";
        problem(caller("canbo.ldld").send("GET", content, null), 404, "Không tìm thấy tệp.");

        cases.sign(paper);
        JsonNode inForce = read("canbo.ldld", code + "/changes").get(0);
        assertThat(inForce.path("status").asText()).isEqualTo("IN_FORCE");
        assertThat(inForce.at("/changes/0/after").asText()).isEqualTo("Khắc phục hậu quả mưa lũ.");
        assertThat(caller("canbo.ldld").send("GET", content, null).body()).as("a file its notice names").startsWith("%PDF-");
        problem(caller("canbo.congan").send("GET", content, null), 404, "Không tìm thấy tệp.");
        problem(get("canbo.congan", code + "/changes"), 404, code);
    }

    @Test
    void aWithdrawnCampaignIsFoundByItsStatus() throws IOException {
        String code = cases.issuedOutside(Map.of());
        assertThat(codes("WITHDRAWN")).doesNotContain(code);
        cases.sign(cases.change(code, ChangeKind.WITHDRAW, "chuyenvien", Map.of("reason", "Trùng với phong trào của Trung ương.")));
        assertThat(codes("WITHDRAWN")).contains(code);
        assertThat(codes("ISSUED")).doesNotContain(code);
        assertThat(read("canbo.ldld", code).at("/campaign/withdrawReason").asText()).isEqualTo("Trùng với phong trào của Trung ương.");
        assertThat(read("tichhop", code + "/reports").get(0).path("status").asText()).isEqualTo("CANCELLED");
        assertThat(column(code + "/reports/1/units", "unitCode")).isEmpty();
        assertThat(column(code + "/reports/1/units?state=cancelled", "cancelReason")).hasSize(5).allMatch(reason -> reason.contains("Trùng với"));
        problem(post("chuyenvien", code + "/changes", "{\"kind\":\"AMEND\"}"), 409, "chưa kết thúc");
        problem(caller("tichhop").send("GET", "/api/v1/campaigns?status=X", null), 422, "\"status\"", "WITHDRAWN");
    }

    private List<String> codes(String status) throws IOException {
        HttpResponse<String> answer = caller("tichhop").send("GET", "/api/v1/campaigns?limit=200&status=" + status, null);
        return values(json.readTree(answer.body()).path("items"), "code");
    }

    // ---- papers -----------------------------------------------------------------------------------------------------

    @Test
    void papersArePrintedInBothFormsAndUnitsSeeOnlyWhatIsIssued() throws IOException {
        String code = cases.draftedBy("syt", Map.of());
        assertThat(values(read("tichhop", code + "/papers"), "id")).containsExactly(code + "/KH");
        assertPrinted("tichhop", code, "KH", "PAPER");
        assertPrinted("canbo.syt", code, "KH", "SUBMISSION");
        problem(get("canbo.ldld", code + "/papers"), 404, code);
        cases.sign(code + "/KH");

        assertPrinted("canbo.ldld", code, "KH", "PAPER");
        assertThat(read("canbo.ldld", code + "/papers").get(0).path("steps")).as("what the offices said on the way").isEmpty();
        assertThat(read("tichhop", code + "/papers").get(0).path("steps")).isNotEmpty();
        problem(get("canbo.ldld", code + "/papers/KH/SUBMISSION/PDF"), 404, "tờ trình");
        String amendment = cases.change(code, ChangeKind.AMEND, "canbo.syt", Map.of("reason", "Mưa lũ.", "purpose", "Khắc phục mưa lũ."));
        assertPrinted("tichhop", code, "DC1", "PAPER");
        assertThat(values(read("canbo.ldld", code + "/papers"), "id")).containsExactly(code + "/KH");
        problem(get("canbo.ldld", code + "/papers/DC1/PAPER/PDF"), 404, "DC1");
        cases.sign(amendment);
        assertPrinted("canbo.ldld", code, "DC1", "PAPER");

        cases.consolidate(code, periods.get(code, 1).dueAt());
        assertPrinted("tichhop", code, "BC1", "SUBMISSION");
        problem(get("canbo.ldld", code + "/papers/BC1/PAPER/DOCX"), 404, "BC1");
        problem(get("tichhop", code + "/papers/BC7/PAPER/DOCX"), 404, "BC7");
        problem(get("tichhop", code + "/papers/KH/PAPER/ODT"), 422, "\"format\"");
        problem(get("tichhop", code + "/papers/KH/LETTER/PDF"), 422, "\"document\"");
    }

    @Test
    void aPaperIssuedOutsideIsListedAndNotPrinted() throws IOException {
        String code = cases.issuedOutside(Map.of());
        JsonNode paper = read("canbo.ldld", code + "/papers").get(0);
        assertThat(paper.path("outside").asBoolean()).isTrue();
        assertThat(paper.path("number").asText()).endsWith("/KH-UBND");
        for (String print : List.of("PAPER/DOCX", "PAPER/PDF", "SUBMISSION/PDF")) {
            problem(get("tichhop", code + "/papers/KH/" + print), 404, "ngoài hệ thống");
        }
    }

    private void assertPrinted(String reader, String code, String part, String document) {
        String name = (document.equals("PAPER") ? "" : "to-trinh-") + code + "-" + part;
        Map.of("DOCX", DOCX, "PDF", "application/pdf").forEach((format, type) -> {
            HttpResponse<String> print = get(reader, code + "/papers/" + part + "/" + document + "/" + format);
            assertThat(print.statusCode()).as(print.body()).isEqualTo(200);
            assertThat(print.headers().firstValue("Content-Type")).contains(type);
            assertThat(print.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;")
                    .contains(name + "." + format.toLowerCase());
            assertThat(print.body()).startsWith(format.equals("PDF") ? "%PDF-" : "PK");
        });
    }

    // ---- the unit that drafts ---------------------------------------------------------------------------------------

    @Test
    void theUnitThatDraftsReadsDraftsAndNotWhatOtherUnitsAnswerAndReport() throws IOException {
        String code = cases.draftedBy("syt", Map.of());
        cases.sign(code + "/KH");
        cases.answer(code, "ldld", 1);
        cases.report(code, "ldld", 3, Map.of("works", List.of(Map.of("seq", 0, "state", "DONE"))));
        assertThat(post("canbo.syt", code + "/changes", "{\"kind\":\"AMEND\"}").statusCode()).isEqualTo(201);
        assertThat(values(read("canbo.syt", code + "/changes"), "status")).containsExactly("DRAFTING");
        assertThat(read("canbo.ldld", code + "/changes")).isEmpty();
        String report = code + "/reports/1/units/ldld";
        problem(get("canbo.syt", report), 404, "Không tìm thấy báo cáo");
        problem(get("canbo.syt", code + "/responses/ldld"), 404, "Không tìm thấy nội dung trả lời");
        problem(get("canbo.syt", code + "/works"), 403, "quyền xem");
        String file = read("tichhop", report).at("/files/0/id").asText();
        problem(caller("canbo.syt").send("GET", "/api/v1/attachments/" + file, null), 404, "Không tìm thấy tệp.");
    }

    // -----------------------------------------------------------------------------------------------------------------

    private Http caller(String user) {
        return callers.computeIfAbsent(user, name -> Http.session(port, name));
    }

    private HttpResponse<String> get(String user, String path) {
        return caller(user).send("GET", "/api/v1/campaigns/" + path, null);
    }

    private HttpResponse<String> post(String user, String path, String body) {
        return caller(user).send("POST", "/api/v1/campaigns/" + path, body);
    }

    private JsonNode read(String user, String path) throws IOException {
        HttpResponse<String> answer = get(user, path);
        assertThat(answer.statusCode()).as(path + " by " + user + ": " + answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private List<String> column(String path, String field) throws IOException {
        return values(read("tichhop", path).path("items"), field);
    }

    private static List<String> values(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false).map(row -> row.path(field).asText()).toList();
    }

    private void problem(HttpResponse<String> answer, int status, String... says) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"detail\"").contains(says).doesNotContain("Exception", "org.", "java.", "select ");
    }
}
