package vn.giaouoc.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.platform.time.TrialClock;
import vn.giaouoc.report.Period;
import vn.giaouoc.report.Periods;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** A real case told in the browser. What repeats (the approvals of a second or third paper) is done without it, by the same people. */
abstract class Story extends IntegrationTest {

    @LocalServerPort
    int port;
    @Autowired
    TrialClock trialClock;
    @Autowired
    Clock clock;
    @Autowired
    Jobs jobs;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Officials officials;
    @Autowired
    Attachments attachments;
    @Autowired
    CampaignQueries queries;
    @Autowired
    Periods periods;
    @TempDir
    Path folder;

    private Playwright playwright;
    private Browser browser;
    String code;

    @BeforeEach
    void openBrowser() {
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
    }

    @AfterEach
    void closeBrowser() {
        playwright.close();
    }

    /** The person at a browser, looking only at this story's campaign. */
    Official official(String user) {
        return new Official(browser, address(), user, clock.instant(), code);
    }

    String address() {
        return "http://localhost:" + port;
    }

    void at(String moment) {
        trialClock.moveTo(LocalDateTime.parse(moment).atZone(clock.getZone()).toInstant());
        jobs.runDue();
    }

    Path pdf(String name) throws IOException {
        return Files.write(folder.resolve(name), "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    }

    void approve(String user, String task) {
        try (Official official = official(user).take(task)) {
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(official.page.locator(".gu-paper").first())
                    .containsText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            official.field("decision").locator(".gu-choice").first().click();
            official.picture("duyet").complete();
        }
        jobs.runDue();
    }

    /** The unit's head approves what the task says. */
    void headApproves(String unit, String task) {
        try (Official official = official("thutruong." + unit).take(task)) {
            official.field("decision").locator(".gu-choice").first().click();
            official.guide("thu-truong-duyet").complete();
        }
        jobs.runDue();
    }

    /** A paper goes through the chain and is registered, without the browser. */
    void signAndRegister(String paper, String number, LocalDate date) {
        String[][] chain = {{"truongphong", "userTask_approveDivision"}, {"giamdoc", "userTask_approveDirector"},
                {"vanphong", "userTask_checkForm"}, {"chutich", "userTask_signPaper"}};
        for (String[] step : chain) {
            officials.complete(step[0], paper, step[1], Map.of("decision", "APPROVE"));
            jobs.runDue();
        }
        String file = attachments.upload(officials.actor("vanthu"), "ban-ky.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII))
                .id().toString();
        officials.complete("vanthu", paper, "userTask_registerPaper", Map.of("decision", "REGISTER", "number", number,
                "issueDate", date.toString(), "files", List.of(Map.of("id", file, "name", "ban-ky.pdf"))));
        jobs.runDue();
    }

    /** The standing agency writes the report of a period in the browser. */
    void consolidate(String user, Map<String, String> figures) {
        try (Official official = official(user).take("Tổng hợp báo cáo")) {
            official.fill("overview", "Phong trào được triển khai đồng bộ, đúng tiến độ, được các đơn vị hưởng ứng tích cực.")
                    .fill("results", "Nhiều công trình, phần việc hoàn thành trước thời hạn.")
                    .fill("limitations", "Một số đơn vị báo cáo chậm.")
                    .fill("directions", "Tiếp tục nhân rộng các điển hình tiên tiến.");
            figures.forEach(official::fill);
            official.picture("tong-hop-bao-cao").complete();
        }
        jobs.runDue();
    }

    /** Sở Nội vụ ends the campaign. */
    void closeCampaign() {
        try (Official official = official("chuyenvien").take("Theo dõi phong trào")) {
            official.fill("conclusion", "Phong trào đạt mục tiêu đề ra.").guide("ket-thuc-phong-trao").complete();
        }
        jobs.runDue();
        org.assertj.core.api.Assertions.assertThat(queries.summary(officials.actor("giamsat"), code).status()).isEqualTo("CLOSED");
    }

    Period period(int seq) {
        return periods.get(code, seq);
    }
}
