package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.test.IntegrationTest;

/** An official finds from Tasklist where to choose how to be told; an administrator looks at the outbox. */
class NoticePagesIT extends IntegrationTest {

    @LocalServerPort
    int port;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aLetterThatWasRefused() {
        jdbc.sql("insert into mail (id, user_id, address, subject, text_body, html_body, status, problem, created_at, changed_at) values "
                + "(gen_random_uuid(), 'canbo.syt', 'sai@giaouoc.example', '[Giao Ước] Việc mới: Lập báo cáo', 't', 'h', 'REFUSED', '550 No such user', "
                + "'2024-05-06T01:00Z', now())").update();
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from mail").update();
        jdbc.sql("delete from notice_choice").update();
        jdbc.sql("update person set email = 'canbo.syt@giaouoc.example' where user_id = 'canbo.syt'").update();
    }

    @Test
    void anOfficialChoosesHowToBeTold() {
        try (Playwright playwright = Playwright.create(); Browser browser = Chromium.launch(playwright);
             Official official = new Official(browser, "http://localhost:" + port, "canbo.syt", clock.instant(), null).home()) {
            Page page = official.page;
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cách nhận thông báo")).click();
            page.waitForURL("**/giaouoc/notices.html");
            assertThat(page.getByLabel("Địa chỉ thư điện tử")).hasValue("canbo.syt@giaouoc.example");
            Locator newTask = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Việc mới"));
            newTask.getByLabel("Gộp trong thư hằng ngày").check();
            assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Đôn đốc việc quá hạn")).getByLabel("Không nhận thư")).hasCount(0);
            page.getByLabel("Địa chỉ thư điện tử").fill("khong phai dia chi");
            save(page);
            assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("không hợp lệ"))).isVisible();
            page.getByLabel("Địa chỉ thư điện tử").fill("huyen@syt.example");
            save(page);
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã lưu.");
            official.picture("cach-nhan-thong-bao");
        }
        assertThat(jdbc.sql("select p.email || ' ' || c.delivery from person p join notice_choice c on c.user_id = p.user_id and c.kind = 'NEW_TASK' "
                + "where p.user_id = 'canbo.syt'").query(String.class).single()).isEqualTo("huyen@syt.example DAILY");
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu")).click();
    }

    @Test
    void anAdministratorSeesWhatTheServerRefused() {
        try (Playwright playwright = Playwright.create(); Browser browser = Chromium.launch(playwright);
             Official admin = new Official(browser, "http://localhost:" + port, "admin", clock.instant(), null).home()) {
            Page page = admin.page;
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Thư đi")).click();
            page.getByLabel("Trạng thái").selectOption("REFUSED");
            Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("sai@giaouoc.example"));
            assertThat(row).containsText("08:00 06/05/2024");
            assertThat(row).containsText("550 No such user");
            admin.picture("thu-di");
            assertThat(row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Gửi lại"))).isVisible();
            page.getByLabel("Trạng thái").selectOption("STALE");
            assertThat(page.getByText("Không có thư.")).isVisible();
        }
    }
}
