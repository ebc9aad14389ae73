package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Bạc Liêu's movement of 2021: the plan was issued outside and the page that tells of it has lost the number ("null"); the number
 * is found later. A theme has its standing agency, which consolidates at the year's end.
 */
class BacLieuStoryIT extends Story {

    private static final String TITLE = "Phong trào thi đua đẩy mạnh thực hiện các nhiệm vụ phát triển kinh tế - xã hội, "
            + "đảm bảo quốc phòng - an ninh năm 2021";

    @Test
    void aPlanIssuedOutsideWithoutItsNumberRunsToTheEndOfItsYear() throws IOException {
        at("2021-03-08T15:21");
        begin();
        record();
        answer();
        at("2021-03-15T09:00");
        numberIsFound();
        at("2021-12-08T08:00");
        unitsReport();
        at("2021-12-20T17:01");
        consolidate("canbo.sct", Map.of());
        at("2021-12-27T09:00");
        signAndRegister(code + "/BC1", "611", LocalDate.of(2021, 12, 27));
        closeCampaign();
    }

    private void begin() {
        try (Official official = official("chuyenvien").home()) {
            official.page.getByText("Khởi tạo hồ sơ").click();
            official.page.locator(".modal-content").getByText("Phát động phong trào thi đua").click();
            official.field("title").waitFor();
            official.pick("route", "Đã ban hành ở nơi khác").pick("type", "Thường xuyên").fill("title", TITLE);
            official.page.locator(".modal-footer .btn-primary").click();
            official.page.locator(".modal-content").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        jobs.runDue();
        code = jdbc.sql("select max(code) from campaign where title = ?").param(TITLE).query(String.class).single();
    }

    private void record() throws IOException {
        try (Official official = official("chuyenvien").take("Nhập kế hoạch đã ban hành")) {
            official.fill("issuer", "UBND tỉnh Bạc Liêu").pick("numberUnknown", "Chưa rõ số").fill("issueDate", "05/03/2021")
                    .fill("signerName", "Nguyễn Văn Thành").fill("signerTitle", "Chủ tịch")
                    .fill("purpose", "Tạo khí thế thi đua sôi nổi; thực hiện mục tiêu kép vừa phòng, chống dịch vừa phát triển.")
                    .fill("from", "08/03/2021").fill("to", "31/12/2021").fill("finalReviewDate", "20/12/2021");
            official.field("contentItems").locator("textarea").first().fill("Từng cơ quan, đơn vị xác định tiến độ đã hoàn thành và đề ra giải pháp đến cuối năm 2021.");
            official.field("unitKinds").getByText("Mặt trận Tổ quốc, đoàn thể").click();
            official.page.getByText("Thêm chuyên đề").click();
            official.field("theme").locator("input").fill("Phát triển kinh tế");
            official.field("agencyCode").locator("select").selectOption("sct");
            official.attach(pdf("ke-hoach-2021.pdf")).attempt();
            assertThat(official.page.locator(".gu-finding").first()).containsText("chưa rõ số");
            official.fill("C04", "Trang thông tin không ghi số kế hoạch.").guide("chua-ro-so").complete();
        }
        jobs.runDue();
        assertThat(jdbc.sql("select count(*) from participation where campaign_code = ? and status = 'OPEN'").param(code).query(Long.class).single())
                .isEqualTo(5);
    }

    private void answer() {
        officials.complete("canbo.ldld", code + "/ldld", "userTask_writeResponse", Map.of("ownPlan", false,
                "noPlanReason", "Thực hiện theo kế hoạch của tỉnh.", "works", List.of(Map.of("title", "Mái ấm công đoàn", "measure", "nhà",
                        "target", 4, "dueDate", "2021-11-30"))));
        officials.complete("thutruong.ldld", code + "/ldld", "userTask_approveResponse", Map.of("decision", "APPROVE"));
        jobs.runDue();
    }

    /** The open task of văn thư reminds that the number is missing; a number of another plan is refused. */
    private void numberIsFound() {
        try (Official official = official("vanthu").take("Bổ sung số, ký hiệu")) {
            assertThat(official.page.locator(".gu-paper")).containsText("2021");
            official.fill("number", "không rõ").attempt();
            assertThat(official.field("number").locator(".gu-error")).containsText("Số, ký hiệu có dạng");
            official.fill("number", "27/KH-UBND").guide("bo-sung-so").complete();
        }
        jobs.runDue();
        assertThat(jdbc.sql("select number from paper where id = ?").param(code + "/KH").query(String.class).single()).isEqualTo("27/KH-UBND");
    }

    private void unitsReport() {
        try (Official official = official("canbo.ldld").take("Lập báo cáo")) {
            official.pick("noActivity", "Có hoạt động").fill("summary", "Hoàn thành các chỉ tiêu năm 2021.");
            official.field("works").locator("select").selectOption("DROPPED");
            official.attempt();
            assertThat(official.field("works").locator(".gu-error").filter(new Locator.FilterOptions().setHasText("Nêu lý do"))).isVisible();
            official.field("works").locator("input").fill("Chuyển kinh phí cho phòng, chống dịch.");
            official.picture("bao-cao-nam").complete();
        }
        headApproves("ldld", "Thủ trưởng đơn vị duyệt báo cáo");
    }
}
