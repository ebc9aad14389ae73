package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.report.Period;
import vn.giaouoc.test.Http;

/**
 * Cao Bằng's campaign for its 525th anniversary (Kế hoạch 2255/KH-UBND of 21/8/2023): it arrives over REST with its indices, is
 * reviewed midway, amended, and closed after the tổng kết. The plan's text has slips of the pen that must stay as they are.
 */
class CaoBangStoryIT extends Story {

    private static final String TITLE = "Phong trào thi đua lập thành tích chào mừng kỷ niệm 525 năm thành lập tỉnh Cao Bằng (1499 – 2024) "
            + "gắn với kỷ niệm 80 năm Ngầy thành lập Quân đội nhân dân Việt Nam (22/12/1944 – 22/12/2024)";
    private static final String LONG_TEXT = "Các đơn vị, địa phương thì đua hoàn thành toàn diện và vượt mức các chỉ tiêu, nhiệm vụ; 03 chương trình "
            .concat("trọng tâm, 05 nội dung đột phá, 03 chương trình mục tiêu quốc gia. ").repeat(60);

    @Autowired
    ObjectMapper json;

    @Test
    void fromAnotherSystemThroughSoKetAndAmendmentToItsEnd() throws IOException {
        at("2023-08-14T08:00");
        arrives();
        chairmanSigns();
        at("2023-08-21T10:00");
        registered();
        answers();
        at("2024-02-16T08:00");
        midtermReports();
        at("2024-02-28T17:01");
        consolidate("chuyenvien", Map.of("PCI", "61,2", "PAPI", "42,5"));
        signAndRegister(code + "/BC1", "458", LocalDate.of(2024, 2, 28));
        at("2024-04-10T08:00");
        amended();
        at("2024-12-02T08:01");
        finalReport();
        closeCampaign();
        settledAfterTheEnd();
    }

    private void arrives() throws IOException {
        HttpResponse<String> answer = Http.basic(port, "tichhop", "trial").send("POST", "/api/v1/campaigns",
                json.writeValueAsString(Map.of("reference", "CB-2023-525", "plan", plan())));
        org.assertj.core.api.Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode registered = json.readTree(answer.body());
        code = registered.path("code").asText();
        jobs.runDue();
        assertThat(queries.plan(code).title()).isEqualTo(TITLE);
        assertThat(queries.plan(code).purpose()).isEqualTo(LONG_TEXT).hasSizeGreaterThan(9_000);
        assertThat(queries.findings(code)).extracting("code").contains("C03");
    }

    private static Map<String, Object> plan() {
        Map<String, Object> plan = new HashMap<>(Map.of("type", "PEAK", "title", TITLE, "purpose", LONG_TEXT,
                "slogan", "Đoàn kết, sáng tạo, thi đua lập thành tích chào mừng kỷ niệm 525 năm thành lập tỉnh Cao Bằng (1499–2024)",
                "from", "2023-08-21", "to", "2024-08-31", "finalReviewDate", "2024-09-30", "unitKinds", List.of("DEPARTMENT", "COMMUNE"),
                "contentItems", List.of("Xóa nhà tạm, nhà dột nát.", "Cao tốc Đồng Đăng (Lạng Sơn) – Trà Lĩnh (Cao Bằng).", "Số hóa, du lịch số.")));
        plan.put("occasions", List.of(Map.of("name", "525 năm thành lập tỉnh Cao Bằng"),
                Map.of("name", "80 năm Ngày thành lập QĐNDVN", "date", "2024-12-22")));
        plan.put("reportingDates", List.of(Map.of("kind", "MIDTERM", "date", "2024-02-28")));
        plan.put("targets", List.of(target("PAR-INDEX", "%", 84.2, 87, null), target("SIPAS", "%", 83.5, 86, null),
                target("PCI", "điểm", 59.6, 63, "PROVINCE"), target("PAPI", "điểm", 41.9, 43, "PROVINCE"),
                target("Nhà tạm, nhà dột nát được xóa", "nhà", null, 500, "SUM")));
        return plan;
    }

    private static Map<String, Object> target(String name, String unit, Double baseline, Number target, String aggregation) {
        Map<String, Object> row = new HashMap<>(Map.of("name", name, "unit", unit, "target", target, "direction", "UP"));
        row.put("baseline", baseline);
        row.put("aggregation", aggregation);
        return row;
    }

    private void chairmanSigns() {
        for (String[] step : new String[][]{{"truongphong", "userTask_approveDivision"}, {"giamdoc", "userTask_approveDirector"},
                {"vanphong", "userTask_checkForm"}}) {
            officials.complete(step[0], code + "/KH", step[1], Map.of("decision", "APPROVE"));
            jobs.runDue();
        }
        try (Official official = official("chutich").take("Lãnh đạo UBND ký")) {
            assertThat(official.page.locator(".gu-paper")).containsText("80 năm Ngầy thành lập");
            assertThat(official.page.locator(".gu-paper")).containsText("PAR-INDEX");
            official.field("decision").locator(".gu-choice").first().click();
            official.guide("ky-ke-hoach").complete();
        }
        jobs.runDue();
    }

    private void registered() throws IOException {
        try (Official official = official("vanthu").take("Văn thư vào sổ, ban hành")) {
            official.field("decision").locator(".gu-choice").first().click();
            official.fill("number", "2255").fill("issueDate", "21/08/2023").attach(pdf("2255-KH-UBND.pdf")).complete();
        }
        jobs.runDue();
        assertThat(queries.counts(code).open()).isEqualTo(28);
    }

    private void answers() {
        for (String unit : List.of("stc", "xabangvan")) {
            officials.complete("canbo." + unit, code + "/" + unit, "userTask_writeResponse", Map.of("ownPlan", false,
                    "noPlanReason", "Theo kế hoạch của tỉnh.", "works", List.of(Map.of("title", "Xóa nhà tạm", "measure", "nhà", "target", 20,
                            "dueDate", "2024-08-01"))));
            officials.complete("thutruong." + unit, code + "/" + unit, "userTask_approveResponse", Map.of("decision", "APPROVE"));
            jobs.runDue();
        }
    }

    private void midtermReports() {
        try (Official official = official("canbo.stc").take("Lập báo cáo")) {
            official.pick("noActivity", "Có hoạt động").fill("summary", "Giải ngân vốn đầu tư công đúng tiến độ.");
            Locator rows = official.field("indicators").locator(".gu-fixed-row");
            rows.nth(0).locator("[data-field=value] input").fill("88,5");
            assertThat(rows.nth(0).locator(".gu-deviation")).hasText("vượt 1,5 điểm %");
            rows.nth(1).locator("[data-field=value] input").fill("82");
            assertThat(rows.nth(1).locator(".gu-deviation")).hasText("chưa đạt, chênh 4 điểm %");
            rows.nth(2).locator("[data-field=value] input").fill("25");
            assertThat(rows.nth(2).locator(".gu-deviation")).hasText("5 % mục tiêu toàn tỉnh");
            official.guide("so-lieu-so-ket").complete();
        }
        headApproves("stc", "Thủ trưởng đơn vị duyệt báo cáo");
        report(1, "xabangvan", 84, 85, 12);
    }

    private void report(int seq, String unit, int index, int satisfaction, int houses) {
        String key = Period.caseKey(code, seq) + "/" + unit;
        officials.complete("canbo." + unit, key, "userTask_writeReport", Map.of("noActivity", false, "summary", "Đã triển khai.", "indicators", List.of(
                Map.of("indicator", "PAR-INDEX", "value", index, "note", "Đang khắc phục."), Map.of("indicator", "SIPAS", "value", satisfaction, "note", "Đang khắc phục."),
                Map.of("indicator", "Nhà tạm, nhà dột nát được xóa", "value", houses)), "works", List.of(Map.of("seq", 0, "state", seq == 1 || unit.equals("xabangvan") ? "DOING" : "DONE"))));
        officials.complete("thutruong." + unit, key, "userTask_approveReport", Map.of("decision", "APPROVE"));
        jobs.runDue();
    }

    /** The window and one target change; the Chairman sees both versions side by side, and so does every unit. */
    private void amended() {
        try (Official official = official("chuyenvien").take("Theo dõi phong trào")) {
            official.page.getByText("Đề nghị điều chỉnh").click();
            official.page.getByText("Đã giao việc soạn thảo").waitFor();
        }
        jobs.runDue();
        try (Official official = official("chuyenvien").take("Soạn điều chỉnh, thu hồi")) {
            official.attempt();
            assertThat(official.field("reason").locator(".gu-error")).hasText("Nêu lý do.");
            official.fill("reason", "Kéo dài đến ngày kỷ niệm 22/12/2024 theo ý kiến của Thường trực Tỉnh ủy.")
                    .fill("to", "30/11/2024").fill("finalReviewDate", "16/12/2024");
            official.guide("soan-dieu-chinh").complete();
        }
        jobs.runDue();
        for (String[] step : new String[][]{{"truongphong", "userTask_approveDivision"}, {"giamdoc", "userTask_approveDirector"},
                {"vanphong", "userTask_checkForm"}}) {
            officials.complete(step[0], code + "/DC1", step[1], Map.of("decision", "APPROVE"));
            jobs.runDue();
        }
        try (Official official = official("chutich").take("Lãnh đạo UBND ký")) {
            Locator change = official.page.locator(".gu-diff tbody tr").filter(new Locator.FilterOptions().setHasText("Đến hết ngày"));
            assertThat(change.locator(".gu-before")).hasText("31/08/2024");
            assertThat(change.locator(".gu-after")).hasText("30/11/2024");
            official.field("decision").locator(".gu-choice").first().click();
            official.guide("ky-dieu-chinh").complete();
        }
        jobs.runDue();
        try (Official official = official("vanthu").take("Văn thư vào sổ, ban hành")) {
            official.field("decision").locator(".gu-choice").first().click();
            official.fill("number", "1010").fill("issueDate", "10/04/2024").attach(folder.resolve("2255-KH-UBND.pdf")).complete();
        }
        jobs.runDue();
        try (Official official = official("canbo.stc").take("Tiếp nhận nội dung điều chỉnh")) {
            assertThat(official.page.locator(".gu-diff")).containsText("30/11/2024");
            official.guide("tiep-nhan-dieu-chinh").complete();
        }
        try (Official official = official("chuyenvien").take("Theo dõi phong trào")) {
            official.page.getByText("Điều chỉnh lần 1").click();
            assertThat(official.page.locator(".gu-diff").first()).isVisible();
            official.picture("theo-doi-dieu-chinh");
        }
    }

    private void finalReport() {
        report(2, "stc", 89, 87, 120);
        report(2, "xabangvan", 86, 86, 40);
        at("2024-12-16T17:01");
        try (Official official = official("chuyenvien").take("Tổng hợp báo cáo")) {
            assertThat(official.page.locator(".gu-split-do")).containsText("61,2"); // PCI at the sơ kết
            assertThat(official.page.locator(".gu-split-do")).containsText("160"); // houses, summed
            assertThat(official.page.locator(".gu-split-do")).containsText("87,5"); // PAR-INDEX, averaged
            official.guide("tong-hop-tong-ket");
        }
        consolidate("chuyenvien", Map.of("PCI", "63,4", "PAPI", "43,1"));
        signAndRegister(code + "/BC2", "3120", LocalDate.of(2024, 12, 16));
    }

    /** A work that was still under way when the campaign was closed. */
    private void settledAfterTheEnd() {
        try (Official official = official("chuyenvien")) {
            official.page.navigate("http://localhost:" + port + "/giaouoc/closed-campaigns.html");
            official.page.locator("tr").filter(new Locator.FilterOptions().setHasText(code)).locator("button").click();
            official.page.getByText("Công trình, phần việc", new Page.GetByTextOptions().setExact(true)).click();
            official.page.getByText("Ghi nhận kết quả").click();
            official.page.locator(".gu-return textarea").fill("Biên bản bàn giao 20 nhà.");
            official.page.locator(".gu-return").getByText("Ghi nhận", new Locator.GetByTextOptions().setExact(true)).click();
            official.page.getByText("Danh sách này không có dòng nào.").waitFor();
            official.picture("phong-trao-da-ket-thuc");
        }
        org.assertj.core.api.Assertions.assertThat(jdbc.sql("select state from work_progress where campaign_code = ? and unit_code = 'xabangvan' "
                + "order by id desc limit 1").param(code).query(String.class).single()).isEqualTo("DONE");
    }
}
