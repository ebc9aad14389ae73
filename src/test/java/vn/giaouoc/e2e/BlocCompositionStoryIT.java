package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.bloc.BlocDraft;
import vn.giaouoc.bloc.BlocKind;
import vn.giaouoc.bloc.BlocSheets;
import vn.giaouoc.bloc.CompositionQueries;
import vn.giaouoc.bloc.Compositions;

/**
 * A year's blocs in the browser: a file with a bad row comes back, the good one is read, the decision is signed, its blocs are followed.
 */
class BlocCompositionStoryIT extends Story {

    private static final Path EXAMPLE = Path.of("docs", "examples", "khoi-thi-dua-2026.xlsx");

    @Autowired
    CompositionQueries compositions;
    @Autowired
    Compositions changes;
    @Autowired
    BlocSheets sheets;

    @Test
    void threeBlocsAreComposedFromAFile() throws IOException {
        code = officials.start("chuyenvien", "bloc-composition", Map.of("route", "HERE", "year", 2041));
        jobs.runDue();
        draft();
        approve("truongphong", "Trưởng phòng duyệt", true);
        approve("giamdoc", "Giám đốc", false);
        approve("vanphong", "Văn phòng UBND", false);
        approve("chutich", "Lãnh đạo UBND ký", true);
        Map<String, Object> number = Map.of("decision", "REGISTER", "number", String.valueOf(jdbc.sql(
                "select coalesce(max(number_value), 900) + 1 from paper").query(Integer.class).single()), "issueDate", LocalDate.now(clock)
                        .toString(),
                "files", List.of(signed()));
        officials.complete("vanthu", code + "/QD", "userTask_registerPaper", number);
        jobs.runDue();
        try (Official official = official("chuyenvien")) {
            official.take("Theo dõi khối thi đua");
            assertThat(official.page.locator(".gu-board tbody tr")).hasCount(3);
            assertThat(official.page.locator(".gu-board")).containsText("Văn phòng Đoàn ĐBQH và HĐND tỉnh");
            official.picture("theo-doi-khoi");
            assertThat(official.page.locator("form.gu")).containsText("Chỉ hoàn thành được sau khi năm 2041 kết thúc (31/12/2041).");
        }
    }

    private Map<String, String> signed() {
        var file = attachments.upload(officials.actor("vanthu"), "quyet-dinh.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return Map.of("id", file.id().toString(), "name", file.name());
    }

    private void draft() throws IOException {
        Path bad = folder.resolve("khoi-sai.xlsx");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(EXAMPLE))); var out = Files.newOutputStream(bad)) {
            book.getSheet("Thành viên").getRow(2).getCell(3).setCellValue("khongco");
            book.write(out);
        }
        try (Official official = official("chuyenvien")) {
            official.take("Soạn thành phần cụm, khối thi đua");
            Locator chooser = official.page.locator("form.gu input[type=file][accept='.xlsx']");
            chooser.setInputFiles(bad);
            assertThat(official.page.locator("form.gu")).containsText("Ô Thành viên!D3");
            Path marked = official.page.waitForDownload(() -> official.page.getByRole(AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Tải về tệp có cột “Lỗi”")).click()).path();
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(marked)))) {
                assertThat(book.getSheet("Thành viên").getRow(2).getCell(6).getStringCellValue()).contains("khongco");
            }
            official.picture("tep-khoi-sai");
            chooser.setInputFiles(EXAMPLE);
            assertThat(official.page.locator("form.gu")).containsText("Đã nhập 3 cụm, khối");
            chooser.setInputFiles(EXAMPLE);
            assertThat(official.page.locator("form.gu")).containsText("giống nội dung đang có; không thay đổi gì");
            official.fill("legalGrounds", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;");
            assertThat(official.page.locator(".gu-status")).containsText("Đã lưu nháp");
            official.picture("soan-khoi");
            decideOnWhatAnotherSystemWrote(official);
            official.complete();
            jobs.runDue();
        }
        assertThat(compositions.get(code).blocs()).extracting(BlocDraft::rules).hasSize(3).contains("Họp mỗi quý một lần.");
    }

    /** Another system imports into the composition while it is being drafted: nothing of either is lost without being asked. */
    private void decideOnWhatAnotherSystemWrote(Official official) throws IOException {
        List<BlocDraft> drafted = sheets.read(officials.actor("tichhop"), Files.readAllBytes(EXAMPLE));
        imported(new BlocDraft("khoi-tu-he-thong-khac", BlocKind.KHOI, "Khối từ hệ thống khác", drafted.get(0).members(), null, List.of()));
        official.attempt();
        assertThat(official.page.locator("form.gu .gu-banner-warn")).containsText("Khối từ hệ thống khác");
        official.picture("khoi-tu-he-thong-khac");
        press(official, "Giữ bản nháp, bỏ nội dung mới");
        BlocDraft last = drafted.get(2);
        imported(new BlocDraft(last.blocCode(), last.kind(), last.name(), last.members(), "Họp mỗi quý một lần.", last.criteria()));
        official.attempt();
        press(official, "Nhập các khối mới vào bản nháp");
        assertThat(official.page.locator("form.gu .gu-banner-warn")).isHidden();
    }

    private void imported(BlocDraft bloc) {
        assertThat(changes.merge(officials.actor("tichhop"), code, List.of(bloc))).isTrue();
    }

    private static void press(Official official, String name) {
        official.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    private void approve(String user, String task, boolean picture) {
        try (Official official = official(user)) {
            official.take(task);
            assertThat(official.page.locator("article.gu-paper"))
                    .containsText("Khối thi đua các cơ quan tham mưu, tổng hợp (9 thành viên)");
            if (picture) {
                official.picture("quyet-dinh-khoi");
            }
            official.field("decision").locator("label.gu-choice").first().click();
            official.complete();
            jobs.runDue();
        }
    }
}
