package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaouoc.organisation.Successions;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.ThrowAwayUnits;

/** An administrator enters a decision: is told what is missing at its field, sees it wait for its day, cancels it. */
class SuccessionPageIT extends IntegrationTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @LocalServerPort
    int port;
    @Autowired
    Clock clock;
    @Autowired
    ThrowAwayUnits units;
    @Autowired
    Successions successions;

    @AfterEach
    void remove() {
        units.remove();
    }

    @Test
    void anAdministratorEntersADecisionAndCancelsIt() {
        String one = units.add("mot");
        String two = units.add("hai");
        String heir = units.add("ba");
        LocalDate today = LocalDate.now(clock);
        try (Playwright playwright = Playwright.create(); Browser browser = Chromium.launch(playwright);
             Official admin = new Official(browser, "http://localhost:" + port, "admin", clock.instant(), null).home()) {
            Page page = admin.page;
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Sáp nhập, chia tách, giải thể")).click();
            click(page, "Nhập quyết định");
            click(page, "Ghi nhận quyết định");
            assertThat(alert(page, "Chọn hình thức.")).isVisible();
            assertThat(alert(page, "Chọn đơn vị thôi hoạt động.")).isVisible();
            assertThat(alert(page, "Nhập ngày có hiệu lực.")).isVisible();
            page.getByLabel("Hình thức").selectOption("MERGE");
            page.getByLabel("Đơn vị thôi hoạt động").selectOption(one);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thêm đơn vị").setExact(true)).first().click();
            page.getByLabel("Đơn vị thôi hoạt động").last().selectOption(one);
            page.getByLabel("Đơn vị kế thừa").selectOption(heir);
            page.getByLabel("Số, ký hiệu văn bản").fill("12/QĐ-UBND");
            page.getByLabel("Ngày ban hành").fill(DAY.format(today));
            page.getByLabel("Cơ quan ban hành").fill("Ủy ban nhân dân tỉnh");
            page.getByLabel("Có hiệu lực từ ngày").fill(DAY.format(today.plusDays(5)));
            click(page, "Ghi nhận quyết định");
            assertThat(alert(page, "Đơn vị bị lặp.")).isVisible();
            admin.picture("sap-nhap-loi");
            page.getByLabel("Đơn vị thôi hoạt động").last().selectOption(two);
            click(page, "Ghi nhận quyết định");
            assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Đã ghi nhận TC-"))).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sáp nhập, hợp nhất: " + ThrowAwayUnits.name(two))).or(
                    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sáp nhập, hợp nhất: " + ThrowAwayUnits.name(one))))
                    .first().click();
            assertThat(page.getByText("Chờ đến ngày có hiệu lực").first()).isVisible();
            admin.picture("sap-nhap-cho");
            page.getByLabel("Lý do hủy").fill("Nhập nhầm đơn vị.");
            click(page, "Hủy quyết định này");
            assertThat(page.getByText("Đã hủy TC-")).isVisible();
        }
        assertThat(successions.list()).singleElement().satisfies(cancelled -> {
            assertThat(cancelled.status()).isEqualTo("CANCELLED");
            assertThat(cancelled.from()).extracting("code").containsExactlyInAnyOrder(one, two);
            assertThat(cancelled.movePeople()).isTrue();
        });
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    private static Locator alert(Page page, String text) {
        return page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText(text));
    }
}
