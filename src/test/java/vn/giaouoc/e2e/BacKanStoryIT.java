package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * The launch of Bắc Kạn's peak drive of 2024 (Kế hoạch 327/KH-UBND of Sunday 12/5/2024, window 20/5–05/8/2024: 78 days
 * under a title of 75) by the people who do it, in Tasklist, from the first draft to the answers of the
 * units, the review near the anniversary and the end.
 */
@Tag("own-province") // it overlaps with Cao Bằng's in time, and there is only one clock in a JVM
@TestPropertySource(properties = "giaouoc.trial.clock-start=2024-05-05T08:00")
class BacKanStoryIT extends Story {

    private static final String TITLE = "Đợt thi đua cao điểm \"75 ngày đêm lao động sáng tạo, thiết thực lập thành tích chào mừng "
            + "kỷ niệm 75 năm Ngày giải phóng tỉnh Bắc Kạn (24/8/1949 – 24/8/2024)\"";

    @Test
    void fromTheFirstDraftToTheAnswersOfTheUnits() throws IOException {
        at("2024-05-06T08:00");
        begin();
        draft();
        comment();
        finish("Tiếp thu ý kiến của Sở Giáo dục và Đào tạo.");
        approve("truongphong", "Trưởng phòng duyệt");
        sendBack();
        finish("Bổ sung nội dung chuyển đổi số.");
        approve("truongphong", "Trưởng phòng duyệt");
        approve("giamdoc", "Giám đốc Sở ký tờ trình");
        approve("vanphong", "Văn phòng UBND kiểm tra");
        approve("chutich", "Lãnh đạo UBND ký");
        at("2024-05-12T09:00");
        register();
        answerWithPlan();
        answerWithoutPlan();
        follow();
        secondAnswer();
        watch();
        reports();
        consolidate("chuyenvien", Map.of());
        reportIsSigned();
        closeCampaign();
    }

    private void begin() {
        try (Official official = official("chuyenvien").home()) {
            official.page.getByText("Khởi tạo hồ sơ").click();
            official.page.locator(".modal-content").getByText("Phát động phong trào thi đua").click();
            official.field("title").waitFor();
            official.guide("khoi-tao");
            Locator start = official.page.locator(".modal-footer .btn-primary");
            start.click();
            assertThat(official.page.locator(".gu-summary")).containsText("chỗ cần sửa");
            official.pick("type", "Đợt, cao điểm").fill("title", TITLE);
            start.click();
            official.page.locator(".modal-content").waitFor(new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        }
        jobs.runDue();
        code = jdbc.sql("select max(code) from campaign where title = ?").param(TITLE).query(String.class).single();
        assertThat(code).matches("PT-2024-\\d{3}");
    }

    private void draft() {
        try (Official official = official("chuyenvien").take("Soạn dự thảo kế hoạch")) {
            official.attempt();
            assertThat(official.field("from").locator(".gu-error")).hasText("Nhập ngày bắt đầu.");
            official.picture("thieu-ngay");
            official.fill("purpose", "Tạo khí thế thi đua sôi nổi, hoàn thành các chỉ tiêu kinh tế - xã hội năm 2024.")
                    .fill("from", "20/05/2024").fill("to", "05/08/2024").fill("finalReviewDate", "23/08/2024");
            official.page.getByText("Thêm sự kiện").click();
            official.field("occasions").getByLabel("Tên").or(official.field("occasions").locator("input, textarea")).first()
                    .fill("75 năm Ngày giải phóng tỉnh Bắc Kạn");
            official.field("occasions").locator("input").last().fill("24/08/2024");
            official.field("contentItems").locator("textarea").first().fill(
                    "Đẩy nhanh tiến độ thực hiện các chỉ tiêu năm 2024; đăng ký công trình, phần việc chào mừng.");
            for (String kind : new String[]{"Sở, ban, ngành", "Cơ quan Đảng", "Mặt trận Tổ quốc, đoàn thể",
                    "Lực lượng vũ trang", "Xã, phường, thị trấn"}) {
                official.field("unitKinds").getByText(kind).first().click();
            }
            official.field("commentUnits").getByText("Sở Giáo dục và Đào tạo").click();
            official.attempt();
            assertThat(official.page.locator(".gu-finding").first()).containsText("là 78 ngày");
            official.guide("canh-bao-78-ngay");
            official.fill("C02", "Tên đợt thi đua theo chủ trương của Tỉnh ủy; thời gian tính đến hết 05/8.");
            official.picture("ly-do");
            official.complete();
        }
        jobs.runDue();
        assertThat(reasonOf("C02")).startsWith("Tên đợt thi đua theo chủ trương");
    }

    private void comment() {
        try (Official official = official("canbo.sgddt").take("Góp ý dự thảo")) {
            official.pick("agree", "Có ý kiến góp ý").fill("text", "Bổ sung công trình măng non của ngành giáo dục.");
            official.guide("gop-y").complete();
        }
        jobs.runDue();
    }

    private void finish(String purpose) {
        try (Official official = official("chuyenvien").take("Tiếp thu, hoàn thiện dự thảo")) {
            assertThat(official.page.locator(".gu-comment")).containsText("Bổ sung công trình măng non");
            official.fill("purpose", purpose);
            official.picture("hoan-thien").complete();
        }
        jobs.runDue();
    }

    private void sendBack() {
        try (Official official = official("giamdoc").take("Giám đốc Sở ký tờ trình")) {
            official.pick("decision", "Trả lại");
            official.field("returnTo").locator("select").selectOption("DRAFT");
            official.attempt();
            assertThat(official.field("reason").locator(".gu-error")).not().isEmpty();
            official.fill("reason", "Cần nêu rõ mục đích.").complete();
        }
        jobs.runDue();
        try (Official official = official("chuyenvien").open("Tiếp thu, hoàn thiện dự thảo", false)) {
            assertThat(official.page.locator(".gu-banner-warn")).containsText("Cần nêu rõ mục đích.");
            official.guide("bi-tra-lai");
        }
    }

    private void register() throws IOException {
        Path notPdf = Files.writeString(folder.resolve("ban-ky.pdf"), "không phải PDF");
        Path signed = Files.write(folder.resolve("327-KH-UBND.pdf"), ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
        try (Official official = official("vanthu").take("Văn thư vào sổ, ban hành")) {
            official.field("decision").locator(".gu-choice").first().click();
            official.fill("number", "327").fill("issueDate", "12/05/2024");
            official.field("files").locator("input[type=file]").setInputFiles(notPdf);
            assertThat(official.field("files")).containsText("Tệp “ban-ky.pdf” không phải là PDF");
            official.picture("tep-sai");
            official.attach(signed);
            official.guide("vao-so").complete();
        }
        jobs.runDue();
        assertThat(jdbc.sql("select number from paper where case_code = ?").param(code).query(String.class).single())
                .isEqualTo("327/KH-UBND");
        assertThat(jdbc.sql("select count(*) from participation where campaign_code = ? and status = 'OPEN'").param(code)
                .query(Long.class).single()).as("every unit in scope has its task").isEqualTo(38);
    }

    private void answerWithPlan() throws IOException {
        Path plan = Files.write(folder.resolve("ke-hoach-so-gddt.pdf"), "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        try (Official official = official("canbo.sgddt").take("Xây dựng kế hoạch")) {
            assertThat(official.page.locator(".gu-paper")).containsText("327/KH-UBND");
            official.pick("ownPlan", "Có kế hoạch riêng").fill("planTitle", "Kế hoạch thi đua cao điểm của ngành giáo dục")
                    .fill("planNumber", "88/KH-SGDĐT").fill("planDate", "12/05/2024");
            Locator work = official.field("works");
            work.locator("[data-field='title'] textarea, [data-field='title'] input").first().fill("Công trình măng non");
            work.locator("[data-field='measure'] input, [data-field='measure'] textarea").first().fill("công trình");
            work.locator("[data-field='target'] input").first().fill("12,5");
            work.locator("[data-field='dueDate'] input").first().fill("31/07/2024");
            official.attach(plan);
            official.guide("tra-loi").complete();
        }
        headApproves("sgddt", "Thủ trưởng đơn vị duyệt");
    }

    private void answerWithoutPlan() {
        try (Official official = official("canbo.xabangvan").take("Xây dựng kế hoạch")) {
            official.pick("ownPlan", "Không xây dựng kế hoạch riêng")
                    .fill("noPlanReason", "Thực hiện theo kế hoạch chung của tỉnh.").complete();
        }
        headApproves("xabangvan", "Thủ trưởng đơn vị duyệt");
    }

    private void follow() {
        try (Official official = official("chuyenvien").take("Theo dõi phong trào")) {
            assertThat(official.page.locator(".gu-board-n")).hasText("2");
            Locator row = official.page.locator(".gu-board tr").filter(new Locator.FilterOptions().setHasText("Sở Giáo dục và Đào tạo")).first();
            row.getByText("Xem", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(official.page.locator(".gu-answer")).containsText("Công trình măng non");
            official.guide("theo-doi");
            row.getByText("Trả lại", new Locator.GetByTextOptions().setExact(true)).click();
            official.page.locator(".gu-return textarea").fill("Bổ sung thời hạn của từng công trình.");
            official.page.getByText("Trả lại cho đơn vị").click();
            assertThat(official.page.locator(".gu-board-n")).hasText("1");
            official.picture("da-tra-lai");
        }
        jobs.runDue();
    }

    private void secondAnswer() {
        try (Official official = official("canbo.sgddt").take("Xây dựng kế hoạch")) {
            assertThat(official.page.locator(".gu-banner-warn")).containsText("Bổ sung thời hạn của từng công trình.");
            assertThat(official.field("planNumber").locator("input")).hasValue("88/KH-SGDĐT");
            official.complete();
        }
        headApproves("sgddt", "Thủ trưởng đơn vị duyệt");
    }

    private void watch() {
        try (Official supervisor = official("giamsat")) {
            supervisor.page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/#/processes");
            supervisor.page.getByText("Phát động phong trào thi đua").first().click();
            supervisor.page.getByText(code).first().waitFor();
            supervisor.page.locator(".djs-container svg").first().waitFor();
            supervisor.guide("cockpit");
            supervisor.page.getByText("Tên hồ sơ", new Page.GetByTextOptions().setExact(true)).click();
            Locator names = supervisor.page.locator("table.giaouoc-case-names tbody tr");
            assertThat(names.filter(new Locator.FilterOptions().setHasText(code))).containsText("75 ngày đêm");
            supervisor.page.getByLabel("Tìm theo tên").fill("không có phong trào này");
            assertThat(supervisor.page.getByText("Không có hồ sơ nào.")).isVisible();
            supervisor.page.getByLabel("Tìm theo tên").fill("75 ngày đêm");
            assertThat(names.filter(new Locator.FilterOptions().setHasText(code))).isVisible();
            supervisor.picture("cockpit-ten-ho-so");
        }
    }

    /** The drive ends on 05/8; the units report for the review near 24/8, the anniversary. */
    private void reports() {
        at("2024-08-12T08:00");
        try (Official official = official("canbo.sgddt").take("Lập báo cáo")) {
            assertThat(official.field("works")).containsText("Công trình măng non");
            official.attempt();
            assertThat(official.field("summary").locator(".gu-error")).not().isEmpty();
            official.pick("noActivity", "Có hoạt động").fill("summary", "Hoàn thành 12 công trình măng non tại các trường vùng cao.");
            official.field("works").locator("select").selectOption("DONE");
            official.field("works").locator("input").fill("Đã bàn giao 12 công trình.");
            official.page.getByText("Thêm điển hình").click();
            official.field("models").locator("select").selectOption("COLLECTIVE");
            official.fill("models", "Trường Tiểu học Bằng Lũng");
            official.field("models").locator("input").nth(1).fill("Vận động xã hội hóa sân chơi cho học sinh.");
            official.guide("lap-bao-cao").complete();
        }
        headApproves("sgddt", "Thủ trưởng đơn vị duyệt báo cáo");
        try (Official official = official("canbo.xabangvan").take("Lập báo cáo")) {
            official.pick("noActivity", "Chưa có hoạt động nào").fill("summary", "Tập trung khắc phục mưa lũ.").complete();
        }
        headApproves("xabangvan", "Thủ trưởng đơn vị duyệt báo cáo");
        at("2024-08-23T17:01");
        try (Official official = official("chuyenvien").take("Theo dõi phong trào")) {
            official.page.getByText("Tổng kết ngày 23/08/2024").click();
            assertThat(official.page.locator(".gu-board ~ * .gu-facts, .gu-box .gu-facts").first()).containsText("2 / 38");
            official.guide("theo-doi-tong-ket");
        }
    }

    private void reportIsSigned() {
        approve("truongphong", "Trưởng phòng duyệt");
        approve("giamdoc", "Giám đốc Sở ký tờ trình");
        approve("vanphong", "Văn phòng UBND kiểm tra");
        approve("chutich", "Lãnh đạo UBND ký");
        at("2024-08-27T09:00");
        try (Official official = official("vanthu").take("Văn thư vào sổ, ban hành")) {
            official.field("decision").locator(".gu-choice").first().click();
            official.fill("number", "512").fill("issueDate", "27/08/2024");
            official.attach(folder.resolve("327-KH-UBND.pdf")).picture("vao-so-bao-cao").complete();
        }
        jobs.runDue();
        org.assertj.core.api.Assertions.assertThat(jdbc.sql("select number from paper where id = ?").param(code + "/BC1")
                .query(String.class).single()).isEqualTo("512/BC-UBND");
    }

    private String reasonOf(String check) {
        return jdbc.sql("select reason from check_finding where campaign_code = ? and code = ? order by id desc limit 1")
                .params(code, check).query(String.class).single();
    }
}
