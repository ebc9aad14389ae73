package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.covenant.MemberState;
import vn.giaouoc.test.Http;

/**
 * Bắc Ninh's "Khối thi đua các cơ quan tham mưu, tổng hợp" of 2024: composed by a decision, its covenant agreed on and signed by all
 * members on the morning of Friday 22/3/2024 under the head of Văn phòng Đoàn ĐBQH và HĐND tỉnh, amended in August.
 */
@Tag("own-province") // its winter lies before the dates of the other stories, and there is only one clock in a JVM
@TestPropertySource(properties = "giaouoc.trial.clock-start=2024-01-08T08:00")
class BacNinhStoryIT extends Story {

    private static final String HEAD = "vpdbqh";
    private static final String DEPUTY = "vpubnd";
    private static final List<String> MEMBERS = List.of(HEAD, DEPUTY, "stc", "skhdt", "stuphap", "thanhtra", "vptu", "bantochuc", "ubmttq");
    private static final String BLOC = "Khối thi đua các cơ quan tham mưu, tổng hợp";
    private static final List<String> COMMITMENTS = List.of("Thực hiện tốt chức năng tham mưu, tổng hợp cho UBND tỉnh.",
            "Tiếp tục đẩy mạnh nghiên cứu, quán triệt sâu sắc tư tưởng của Chủ tịch Hồ Chí Minh về thi đua ái quốc.",
            "Tiếp tục thực hiện 05 nội dung thi đua do Thủ tướng Chính phủ phát động tại Đại hội Thi đua yêu nước toàn quốc lần thứ X.",
            "Thực hiện đồng bộ, tốt cả 4 khâu: phát hiện - bồi dưỡng - tổng kết - nhân rộng điển hình tiên tiến.");

    @Autowired
    CovenantQueries covenants;
    @Autowired
    ObjectMapper json;

    private String year;

    @Test
    void aBlocAgreesOnItsCovenantSignsAndAmendsIt() throws IOException {
        compose();
        at("2024-01-19T09:00");
        signAndRegister(code + "/QD", "45", LocalDate.of(2024, 1, 19));
        year = jdbc.sql("select code from bloc_year where composition_code = ? and bloc_code = 'tham-muu-tong-hop'").param(code)
                .query(String.class).single();
        followed("Đang chuẩn bị giao ước");
        code = year;
        at("2024-02-26T08:00");
        draft();
        comment();
        at("2024-03-05T08:00");
        revise();
        register();
        at("2024-03-22T08:00");
        conference();
        sign();
        recorded();
        verified();
        amended();
    }

    /** Three blocs of the year, read from the file that the office filled in. */
    private void compose() throws IOException {
        try (Official official = official("chuyenvien").home()) {
            official.page.getByText("Khởi tạo hồ sơ").click();
            official.page.locator(".modal-content").getByText("Thành lập cụm, khối thi đua").click();
            official.field("year").waitFor();
            official.fill("year", "2024");
            official.page.locator(".modal-footer .btn-primary").click();
            official.page.locator(".modal-content").waitFor(new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        }
        jobs.runDue();
        code = jdbc.sql("select max(code) from bloc_composition").query(String.class).single();
        assertThat(code).isEqualTo("TL-2024-01");
        try (Official official = official("chuyenvien").take("Soạn thành phần cụm, khối thi đua")) {
            official.fill("title", "Về việc thành lập các cụm, khối thi đua và quy định Trưởng khối, Phó Trưởng khối năm 2024");
            official.page.locator("input[type=file][accept='.xlsx']").setInputFiles(filled(true));
            official.page.getByText("Không nội dung nào bị thay đổi").waitFor();
            official.picture("tep-sai");
            official.page.locator("input[type=file][accept='.xlsx']").setInputFiles(filled(false));
            official.page.getByText("Đã nhập 3 cụm, khối").waitFor();
            official.guide("thanh-lap-khoi").complete();
        }
        jobs.runDue();
    }

    /** The office's template, filled in; wrong: with a unit that does not exist. */
    private Path filled(boolean wrong) throws IOException {
        byte[] template = Http.session(port, "chuyenvien").bytes("/api/v1/bloc-compositions/xlsx");
        Path file = folder.resolve(wrong ? "khoi-sai.xlsx" : "khoi-2024.xlsx");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template)); OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.getSheet("Thành viên");
            List<List<String>> rows = new ArrayList<>();
            MEMBERS.forEach(unit -> rows.add(List.of("tham-muu-tong-hop", BLOC, "Khối", unit, role(unit))));
            List.of("sct", "sgtvt", "sxd", "snnptnt").forEach(unit -> rows.add(List.of("kinh-te", "Khối thi đua các cơ quan kinh tế", "Khối", unit,
                    unit.equals("sct") ? "Trưởng" : unit.equals("sxd") ? "Phó Trưởng" : "Thành viên")));
            List.of("xabangvan", "xakhangninh", "xathuongquan").forEach(unit -> rows.add(List.of("cum-so-1", "Cụm thi đua các xã số 1", "Cụm",
                    wrong && unit.equals("xathuongquan") ? "xakhongco" : unit, unit.equals("xabangvan") ? "Trưởng" : unit.equals("xakhangninh")
                            ? "Phó Trưởng" : "Thành viên")));
            rows.forEach(cells -> {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int i = 0; i < 4; i++) {
                    row.createCell(i).setCellValue(cells.get(i));
                }
                row.createCell(5).setCellValue(cells.get(4));
            });
            book.write(out);
        }
        return file;
    }

    private static String role(String unit) {
        return unit.equals(HEAD) ? "Trưởng" : unit.equals(DEPUTY) ? "Phó Trưởng" : "Thành viên";
    }

    /** Sở Nội vụ's long task shows where each bloc stands. */
    private void followed(String stage) {
        try (Official official = official("chuyenvien").open("Theo dõi khối thi đua", false)) {
            Locator row = official.page.locator("tr").filter(new Locator.FilterOptions().setHasText(BLOC));
            assertThat(row).containsText("Văn phòng Đoàn ĐBQH và HĐND tỉnh");
            assertThat(official.page.locator(".gu-board tbody tr")).hasCount(3);
            official.guide("theo-doi-khoi");
        }
    }

    private void draft() {
        try (Official official = official("canbo." + HEAD).take("Dự thảo giao ước")) {
            official.fill("plan", "Quý I ký giao ước; quý II sơ kết; quý IV chấm điểm, bình xét, suy tôn.")
                    .fill("rules", "Khối họp định kỳ sáu tháng một lần do Trưởng khối triệu tập.");
            for (int i = 0; i < COMMITMENTS.size(); i++) {
                if (i > 0) {
                    official.page.getByText("Thêm nội dung").click();
                }
                official.field("commitments").locator("textarea").nth(i).fill(COMMITMENTS.get(i));
            }
            target(official, 0, "TRONG_SACH", "100", "MEMBERS");
            target(official, 1, "VUNG_MANH", "100", "MEMBERS");
            target(official, 2, "HTTNV", "100", "MEMBERS");
            target(official, 3, "CONG_SO_VAN_HOA", null, null);
            target(official, 4, "LDTT", "95", "STAFF");
            target(official, 5, "CSTDCS", "15", null);
            official.attempt();
            assertThat(official.page.locator(".gu-target").nth(5).locator("[data-field=base] .gu-error")).not().isEmpty();
            official.picture("phai-ghi-tinh-tren-so-nao");
            official.page.locator(".gu-target").nth(5).locator("[data-field=base] select").selectOption("t5");
            official.guide("du-thao-giao-uoc").complete();
        }
        jobs.runDue();
    }

    private static void target(Official official, int row, String measure, String value, String base) {
        if (row > 0) {
            official.page.getByText("Thêm chỉ tiêu").first().click();
        }
        Locator target = official.page.locator(".gu-target").nth(row);
        target.locator("[data-field=measure] select").selectOption(measure);
        if (value != null) {
            target.locator("[data-field=value] input").fill(value);
        }
        if (base != null) {
            target.locator("[data-field=base] select").selectOption(base);
        }
    }

    /** One asks for a change, most agree, two say nothing. */
    private void comment() {
        try (Official official = official("canbo.stc").take("Góp ý dự thảo giao ước")) {
            assertThat(official.page.locator(".gu-paper").first()).containsText("05 nội dung thi đua");
            official.pick("agrees", "Có ý kiến sửa đổi, bổ sung").fill("text", "Bổ sung nội dung thực hành tiết kiệm, chống lãng phí.");
            official.guide("gop-y-giao-uoc").complete();
        }
        for (String unit : List.of(DEPUTY, "skhdt", "thanhtra", "vptu", "bantochuc")) {
            officials.complete("canbo." + unit, part(unit), "userTask_commentCovenant", Map.of("agrees", true));
        }
        jobs.runDue();
    }

    private void revise() {
        try (Official official = official("canbo." + HEAD).take("Tiếp thu, hoàn thiện giao ước")) {
            assertThat(official.page.locator(".gu-comment").filter(new Locator.FilterOptions().setHasText("Sở Tài chính")).first()).containsText("thực hành tiết kiệm");
            assertThat(official.page.locator(".gu-member-board")).containsText("Không có ý kiến");
            official.field("stc").locator("textarea").fill("Tiếp thu, bổ sung vào nội dung giao ước.");
            official.page.getByText("Thêm nội dung").click();
            official.field("commitments").locator("textarea").last().fill("Thực hành tiết kiệm, chống lãng phí.");
            official.guide("hoan-thien-giao-uoc").complete();
        }
        jobs.runDue();
    }

    /** 200 people: at least 190 with the title, of these 15 % are 28.5. */
    private void register() {
        try (Official official = official("canbo.stc").take("Đăng ký danh hiệu, chỉ tiêu thi đua")) {
            official.fill("staff", "200");
            Locator titles = official.field("titles");
            titles.locator("select").first().selectOption("LDTT");
            titles.locator("input").first().fill("192");
            official.guide("dang-ky-thi-dua").complete();
        }
        for (String unit : MEMBERS) {
            if (!unit.equals("stc")) {
                officials.complete("canbo." + unit, part(unit), "userTask_registerTargets", Map.of("staff", 60,
                        "titles", List.of(Map.of("title", "LDTT", "count", 58), Map.of("title", "CSTDCS", "count", 9))));
            }
        }
        jobs.runDue();
        assertThat(covenants.meanings(year + "/GU1")).filteredOn(meaning -> "stc".equals(meaning.unitCode()))
                .anySatisfy(meaning -> assertThat(meaning.text()).contains("190")).anySatisfy(meaning -> assertThat(meaning.text()).contains("28,5"));
    }

    private void conference() {
        try (Official official = official("canbo." + HEAD).take("Hội nghị ký giao ước")) {
            official.fill("date", "22/03/2024").fill("place", "Hội trường Văn phòng Đoàn ĐBQH và HĐND tỉnh");
            Locator attendance = official.field("attendance");
            for (int i = 0; i < MEMBERS.size(); i++) {
                attendance.locator("[data-field=present] input").nth(i).check();
                attendance.locator("[data-field=representative]").locator("input, textarea").nth(i).fill("Thủ trưởng đơn vị");
            }
            official.page.getByText("Thêm nội dung").click();
            official.field("points").locator("textarea, input").nth(0).fill("Tỷ lệ chiến sĩ thi đua cơ sở");
            official.field("points").locator("textarea, input").nth(1).fill("Giữ mức 15 % tính trên số lao động tiên tiến.");
            official.fill("minutes", "Các đơn vị thống nhất nội dung giao ước thi đua năm 2024.").pick("agreed", "Thống nhất");
            official.guide("hoi-nghi-giao-uoc").complete();
        }
        jobs.runDue();
    }

    /** The head signs in the browser, with a wrong password first; the others follow in any order; the last one was not in the room. */
    private void sign() {
        try (Official official = official("thutruong." + HEAD).take("Ký giao ước")) {
            official.pick("decision", "Ký giao ước").pick("ground", "Thủ trưởng đơn vị").fill("password", "sai-mat-khau");
            official.attempt();
            assertThat(official.field("password").locator(".gu-error")).not().isEmpty();
            official.fill("password", "trial").guide("ky-giao-uoc").complete();
        }
        MEMBERS.stream().filter(unit -> !unit.equals(HEAD) && !unit.equals("ubmttq")).forEach(unit -> signs(unit, "/GU1"));
        jobs.runDue();
        assertThat(covenants.get(year + "/GU1").inForceAt()).isNotNull();
        try (Official official = official("canbo." + HEAD).open("Theo dõi ký giao ước", false)) {
            assertThat(official.page.locator(".gu-member-board")).containsText("8/9 đã ký");
            official.guide("theo-doi-ky");
        }
        signs("ubmttq", "/GU1");
        jobs.runDue();
        assertThat(covenants.get(year + "/GU1").status()).isEqualTo(CovenantStatus.SIGNED);
    }

    private void signs(String unit, String run) {
        String key = year + run;
        String digest = covenants.get(key).digest();
        int answer = Http.session(port, "thutruong." + unit).send("POST", "/api/forms/covenants/" + key + "/identity",
                "{\"unit\": \"%s\", \"password\": \"trial\", \"digest\": \"%s\"}".formatted(unit, digest)).statusCode();
        assertThat(answer).as("identity of " + unit).isEqualTo(204);
        officials.complete("thutruong." + unit, key + "/" + unit, "userTask_signCovenant", Map.of("decision", "SIGN", "ground", "HEAD", "digest", digest));
    }

    private void recorded() {
        try (Official official = official("chuyenvien").take("Ghi nhận giao ước")) {
            assertThat(official.page.locator(".gu-paper").first()).containsText("VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND TỈNH");
            official.pick("decision", "Ghi nhận").guide("ghi-nhan-giao-uoc").complete();
        }
        jobs.runDue();
        assertThat(covenants.get(year + "/GU1").status()).isEqualTo(CovenantStatus.RECORDED);
        assertThat(covenants.get(year + "/GU1").members()).extracting(MemberState::signerName).doesNotContainNull();
    }

    /** The address in the QR code says that the covenant is valid; the file as it was handed out too, with one byte changed not any more. */
    private void verified() throws IOException {
        byte[] covenant = Http.session(port, "canbo.stc").bytes("/api/v1/covenants/" + year + "/papers/COVENANT/PDF");
        Path intact = Files.write(folder.resolve("giao-uoc.pdf"), covenant);
        covenant[covenant.length / 2] ^= 1;
        Path altered = Files.write(folder.resolve("giao-uoc-sua.pdf"), covenant);
        try (Official official = official("canbo.stc")) {
            official.page.navigate(address() + "/xac-minh/" + covenants.get(year + "/GU1").digest());
            assertThat(official.page.locator("main")).containsText("còn hiệu lực");
            official.guide("xac-minh");
            compare(official, intact);
            assertThat(official.page.locator("main")).containsText("Tệp trùng với bản do hệ thống phát hành");
            compare(official, altered);
            assertThat(official.page.locator("main")).containsText("Tệp KHÔNG trùng khớp");
            official.guide("xac-minh-tep-sua");
        }
    }

    private static void compare(Official official, Path file) {
        official.page.locator("input[type=file]").setInputFiles(file);
        official.page.locator("button").getByText("So sánh", new Locator.GetByTextOptions().setExact(true)).click();
        official.page.waitForLoadState();
    }

    /** In August one target is raised: the same way again, the difference shown, all sign again. */
    private void amended() {
        at("2024-08-12T08:00");
        try (Official official = official("canbo." + HEAD).take("Thực hiện giao ước")) {
            official.guide("thuc-hien-giao-uoc");
            official.fill("reason", "Nâng tỷ lệ chiến sĩ thi đua cơ sở theo kết luận hội nghị sơ kết.");
            official.page.getByText("Bắt đầu điều chỉnh").click();
            official.page.getByText("Đã mở bản điều chỉnh").waitFor();
        }
        jobs.runDue();
        try (Official official = official("canbo." + HEAD).take("Dự thảo giao ước")) {
            Locator value = official.page.locator(".gu-target").nth(5).locator("[data-field=value] input");
            assertThat(value).hasValue("15");
            value.fill("18");
            assertThat(official.page.locator(".gu-diff").first()).containsText("18");
            official.guide("dieu-chinh-giao-uoc").complete();
        }
        jobs.runDue();
        agreedAgain(year + "/GU2");
        String replaced = covenants.get(year + "/GU1").digest();
        MEMBERS.forEach(unit -> signs(unit, "/GU2"));
        jobs.runDue();
        officials.complete("chuyenvien", year + "/GU2", "userTask_recordCovenant", Map.of("decision", "RECORD"));
        jobs.runDue();
        assertThat(covenants.inForce(year).version()).isEqualTo(2);
        assertThat(covenants.get(year + "/GU1").status()).isEqualTo(CovenantStatus.SUPERSEDED);
        assertThat(Http.session(port, "canbo.stc").send("GET", "/xac-minh/" + replaced, null).body()).contains("đã có bản mới thay thế");
    }

    /** What was seen in the browser in spring, without it. */
    private void agreedAgain(String key) {
        MEMBERS.forEach(unit -> officials.complete("canbo." + unit, key + "/" + unit, "userTask_commentCovenant", Map.of("agrees", true)));
        jobs.runDue();
        officials.complete("canbo." + HEAD, key, "userTask_reviseCovenant",
                json.convertValue(covenants.get(key).content(), new TypeReference<Map<String, Object>>() { }));
        jobs.runDue();
        MEMBERS.stream().filter(unit -> registers(key + "/" + unit)).forEach(unit -> officials.complete("canbo." + unit, key + "/" + unit,
                "userTask_registerTargets", Map.of("staff", 60, "titles", List.of(Map.of("title", "LDTT", "count", 58)))));
        jobs.runDue();
        officials.complete("canbo." + HEAD, key, "userTask_holdConference", Map.of("date", "2024-08-12", "place", "Họp trực tuyến",
                "minutes", "Thống nhất nâng tỷ lệ.", "agreed", true, "attendance", MEMBERS.stream().map(unit -> Map.of("unit", unit,
                        "present", true, "representative", "Thủ trưởng đơn vị", "position", "Thủ trưởng")).toList(),
                "points", List.of(), "votes", List.of(), "files", List.of()));
        jobs.runDue();
    }

    private boolean registers(String part) {
        return jdbc.sql("select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = ? "
                + "and t.task_def_key_ = 'userTask_registerTargets'").param(part).query(Long.class).single() > 0;
    }

    private String part(String unit) {
        return year + "/GU1/" + unit;
    }
}
