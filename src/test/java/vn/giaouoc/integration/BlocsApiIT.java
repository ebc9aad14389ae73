package vn.giaouoc.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.bloc.BlocDraft;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.bloc.BlocSheets;
import vn.giaouoc.bloc.CompositionQueries;
import vn.giaouoc.bloc.MemberDraft;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** Blocs as another system meets them: composed, read, and as .xlsx files with good and bad rows. */
class BlocsApiIT extends IntegrationTest {

    private static final String API = "/api/v1/bloc-compositions";
    private static final Path EXAMPLE = Path.of("docs", "examples", "khoi-thi-dua-2026.xlsx");

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
    BlocSheets sheets;
    @Autowired
    CompositionQueries compositions;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private Http system;

    @BeforeEach
    void signIn() {
        system = Http.basic(port, "tichhop", "trial");
    }

    @Test
    void aDecisionIsRecordedOnceReadAndItsBlocsToo() throws IOException {
        String reference = "TL-" + UUID.randomUUID();
        String body = issued(reference, "Khối thi đua các sở kinh tế", 2031);
        HttpResponse<String> first = system.send("POST", API + "/issued", body);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        String code = json.readTree(first.body()).path("code").asText();
        assertThat(first.headers().firstValue("Location").orElse("")).endsWith(API + "/" + code);
        assertThat(system.send("POST", API + "/issued", body).statusCode()).isEqualTo(200);
        problem(system.send("POST", API + "/issued", body.replace("kinh tế", "khác")), 409, "đã dùng cho hồ sơ " + code);
        jobs.runDue();
        JsonNode read = json.readTree(system.send("GET", API + "/" + code, null).body());
        assertThat(read.path("status").asText()).isEqualTo("IN_FORCE");
        assertThat(read.at("/blocs/0/members/0/unit").asText()).isEqualTo("sct");
        JsonNode page = json.readTree(system.send("GET", "/api/v1/blocs?year=2031&unit=sxd", null).body());
        assertThat(page.path("total").asInt()).isEqualTo(1);
        String bloc = page.at("/items/0/code").asText();
        JsonNode one = json.readTree(system.send("GET", "/api/v1/blocs/" + bloc, null).body());
        assertThat(one.at("/members/0/unitName").asText()).isEqualTo("Sở Công Thương");
        assertThat(one.at("/criteria/0/max").asInt()).isEqualTo(100);
        assertThat(json.readTree(system.send("GET", API + "?year=2031", null).body()).at("/items/0/blocs").asInt()).isEqualTo(1);
        assertThat(Http.session(port, "canbo.sxd").send("GET", "/api/v1/blocs/" + bloc, null).statusCode()).isEqualTo(200);
        assertThat(Http.session(port, "canbo.sgddt").send("GET", "/api/v1/blocs/" + bloc, null).statusCode()).isEqualTo(404);
        problem(Http.session(port, "canbo.sgddt").send("GET", API + "/" + code, null), 404, "Không tìm thấy");
        problem(system.send("GET", API + "/" + bloc, null), 404, "Không tìm thấy");
        problem(system.send("GET", API + "/" + code + "/decision/PAPER/PDF", null), 404, "ngoài hệ thống");
    }

    @Test
    void aDraftGoesToApprovalAndWhatIsWrongIsToldAtItsField() throws IOException {
        long before = count();
        problem(system.send("POST", API, "{\"reference\":\"x\"}"), 422, "year");
        problem(system.send("POST", API, "{\"reference\":\"x\",\"year\":2032}"), 422, "blocs");
        problem(system.send("POST", API, "{\"reference\":\"x\",\"year\":2032,\"title\":\"QĐ\",\"blocs\":[null]}"), 422, "Có dòng trống.");
        problem(system.send("POST", API, "{\"reference\":\"x\",\"year\":2032,\"campaignCode\":\"PT-1999-001\"}"), 422, "campaignCode");
        problem(system.send("POST", API + "/issued", "{\"decision\":{\"reference\":\"x\"}}"), 422, "issue");
        HttpResponse<String> points = system.send("POST", API, draft("x", 2032).replace("\"max\":100", "\"max\":99"));
        problem(points, 422, "blocs[0].criteria");
        assertThat(points.body()).contains("99, phải là 100 hoặc 1.000");
        assertThat(count()).isEqualTo(before);
        HttpResponse<String> answer = system.send("POST", API, draft("TL-" + UUID.randomUUID(), 2032));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String code = json.readTree(answer.body()).path("code").asText();
        assertThat(system.send("GET", API + "/" + code + "/decision/PAPER/DOCX", null).statusCode()).isEqualTo(200);
        assertThat(system.send("GET", API + "/" + code + "/decision/SUBMISSION/PDF", null).body()).startsWith("%PDF-");
        assertThat(Http.session(port, "canbo.sct").send("GET", API + "/" + code + "/decision/PAPER/PDF", null).statusCode()).isEqualTo(404);
    }

    // ---- files ------------------------------------------------------------------------------------------------------

    /** The province's example for the trial start. Run with -Dexamples=write to renew it. */
    @Test
    void theExampleFileIsReadAsItWasWritten() throws IOException {
        if ("write".equals(System.getProperty("examples"))) {
            Files.createDirectories(EXAMPLE.getParent());
            Files.write(EXAMPLE, BlocExample.file(officials.actor("chuyenvien"), sheets));
        }
        List<BlocDraft> blocs = sheets.read(officials.actor("chuyenvien"), Files.readAllBytes(EXAMPLE));
        assertThat(blocs).isEqualTo(BlocExample.blocs());
        assertThat(blocs.get(0).members()).contains(new MemberDraft("vpdbqh", BlocRole.HEAD)).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void aFileWithBadRowsComesBackWithWhatIsWrongInEachRow() throws IOException {
        byte[] file = changed(BlocExample.file(officials.actor("chuyenvien"), sheets), book -> {
            cell(book, "Thành viên", 1, 0, "Sai Mã");
            cell(book, "Thành viên", 2, 3, "khongco");
            cell(book, "Thành viên", 3, 5, "Giám đốc");
            cell(book, "Thành viên", 5, 3, "vptu");
            cell(book, "Thành viên", 6, 2, "Nhóm");
            cell(book, "Tiêu chí", 2, 2, "Z");
            cell(book, "Tiêu chí", 3, 4, "nhiều");
            cell(book, "Quy chế", 1, 0, "khong-co");
        });
        Http official = Http.session(port, "chuyenvien");
        HttpResponse<String> answer = official.upload(API + "/xlsx", "khối.xlsx", file, "");
        problem(answer, 422, "Thành viên!A2");
        assertThat(answer.body()).contains("Thành viên!D3", "Thành viên!F4", "Thành viên!C7", "Tiêu chí!C3", "Tiêu chí!E4", "Quy chế!A2",
                "Không có đơn vị", "khongco");
        byte[] marked = sheets.marked(officials.actor("chuyenvien"), file);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
            assertThat(text(book, "Thành viên", 0, 6)).isEqualTo("Lỗi");
            assertThat(text(book, "Thành viên", 1, 6)).startsWith("Mã khối gồm");
            assertThat(text(book, "Thành viên", 2, 6)).contains("\"khongco\"");
            assertThat(text(book, "Thành viên", 7, 6)).as("a good row").isEmpty();
            assertThat(text(book, "Tiêu chí", 3, 6)).contains("điểm tối đa");
            assertThat(text(book, "Thành viên", 2, 3)).as("what was typed stays").isEqualTo("khongco");
        }
        byte[] again = sheets.marked(officials.actor("chuyenvien"), marked);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(again))) {
            assertThat(text(book, "Thành viên", 0, 7)).as("one column of errors, however often").isEmpty();
            assertThat(text(book, "Thành viên", 2, 6)).contains("\"khongco\"");
        }
        assertThat(official.upload(API + "/xlsx/errors", "khoi.xlsx", file, "").statusCode()).isEqualTo(200);
        problem(Http.session(port, "canbo.sct").upload(API + "/xlsx", "khoi.xlsx", file, ""), 403, "Sở Nội vụ");
    }

    @Test
    void whatIsNoSpreadsheetIsRefused() throws IOException {
        byte[] template = sheets.template(officials.actor("chuyenvien"));
        problem(system.upload(API + "/xlsx", "x.xlsx", template, ""), 422, "chưa có dòng nào");
        for (byte[] content : List.of(new byte[] {1, 2, 3}, "%PDF-1.4".getBytes(StandardCharsets.US_ASCII), new byte[0],
                Files.readAllBytes(Path.of("src", "main", "resources", "paper-templates", "QD.docx")), cut(template))) {
            problem(system.upload(API + "/xlsx", "x.xlsx", content, ""), 422, "XLSX");
            problem(system.upload(API + "/xlsx/errors", "x.xlsx", content, ""), 422, "XLSX");
        }
        problem(system.upload(API + "/xlsx", "x.xlsx", new byte[3 * 1024 * 1024], ""), 422, "2 MB");
        byte[] foreign = changed(template, book -> book.removeSheetAt(0));
        problem(system.upload(API + "/xlsx", "x.xlsx", foreign, ""), 422, "Thành viên");
    }

    @Test
    void anImportIntoADraftIsRepeatedWithoutChange() throws IOException {
        String code = officials.start("chuyenvien", "bloc-composition", Map.of("route", "HERE", "year", 2002));
        jobs.runDue();
        byte[] file = BlocExample.file(officials.actor("chuyenvien"), sheets);
        JsonNode first = json.readTree(system.upload(API + "/" + code + "/xlsx", "x.xlsx", file, "").body());
        assertThat(first.path("changed").asBoolean()).isTrue();
        assertThat(first.path("blocs").asInt()).isEqualTo(3);
        assertThat(json.readTree(system.upload(API + "/" + code + "/xlsx", "x.xlsx", file, "").body()).path("changed").asBoolean())
                .isFalse();
        assertThat(compositions.get(code).blocs()).isEqualTo(BlocExample.blocs());
        byte[] kept = sheets.write(officials.actor("tichhop"), code);
        assertThat(sheets.read(officials.actor("tichhop"), kept)).isEqualTo(BlocExample.blocs());
        byte[] bad = changed(file, book -> cell(book, "Thành viên", 2, 3, "khongco"));
        problem(system.upload(API + "/" + code + "/xlsx", "x.xlsx", bad, ""), 422, "Thành viên!D3");
        assertThat(compositions.get(code).blocs()).as("a refused file changes nothing").isEqualTo(BlocExample.blocs());
        officials.complete("chuyenvien", code, "userTask_draftComposition", Map.of("abandon", true));
        problem(system.upload(API + "/" + code + "/xlsx", "x.xlsx", file, ""), 409, "không sửa được");
        problem(system.upload(API + "/TL-1999-01/xlsx", "x.xlsx", file, ""), 404, "Không tìm thấy");
    }

    // ---- words ------------------------------------------------------------------------------------------------------

    private String draft(String reference, int year) {
        return """
                {"reference":"%s","year":%d,"title":"Về việc kiện toàn các khối thi đua","blocs":[{"blocCode":"qua-mang-%d","kind":"KHOI","name":"Khối qua mạng",
                 "members":[{"unit":"sct","role":"HEAD"},{"unit":"sxd","role":"MEMBER"}],"criteria":[{"code":"A","name":"Nhiệm vụ","max":100}]}]}"""
                .formatted(reference, year, year);
    }

    private String issued(String reference, String name, int year) {
        String file = attachments.upload(officials.actor("tichhop"), "quyet-dinh.pdf",
                "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)).id()
                .toString();
        String decision = draft(reference, year).replace("Khối qua mạng", name).replaceFirst("\\{", "{\"files\":[{\"id\":\"" + file
                + "\",\"name\":\"quyet-dinh.pdf\"}],");
        int number = jdbc.sql("select coalesce(max(number_value), 900) + 1 from paper").query(Integer.class).single();
        return """
                {"decision":%s,"issue":{"issuer":"UBND tỉnh","number":"%d/QĐ-UBND","issueDate":"%s","signerName":"Nguyễn Văn Thành"}}"""
                .formatted(decision, number, LocalDate.now(clock));
    }

    private static byte[] changed(byte[] file, Consumer<XSSFWorkbook> change) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file)); var out = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void cell(XSSFWorkbook book, String sheet, int row, int column, String value) {
        Row at = book.getSheet(sheet).getRow(row);
        at.createCell(column).setCellValue(value);
    }

    private static String text(XSSFWorkbook book, String sheet, int row, int column) {
        var cell = book.getSheet(sheet).getRow(row).getCell(column);
        return cell == null ? "" : cell.getStringCellValue();
    }

    private static byte[] cut(byte[] file) {
        byte[] half = new byte[file.length / 2];
        System.arraycopy(file, 0, half, 0, half.length);
        return half;
    }

    private long count() {
        return jdbc.sql("select count(*) from bloc_composition").query(Long.class).single();
    }

    private void problem(HttpResponse<String> answer, int status, String says) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"detail\"", says).doesNotContain("Exception", "org.", "java.", "select ");
    }
}
