package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.test.Docx;
import vn.giaouoc.test.IntegrationTest;

/** An administrator edits a template: downloads it, is told what is wrong, uploads a new version. */
class TemplatesPageIT extends IntegrationTest {

    @LocalServerPort
    int port;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;
    @TempDir
    Path folder;

    @AfterEach
    void onlyTheProductsOwnTemplates() {
        jdbc.sql("delete from paper_template where version > 1").update();
    }

    @Test
    void anAdministratorEditsATemplate() throws IOException {
        try (Playwright playwright = Playwright.create(); Browser browser = Chromium.launch(playwright);
             Official admin = new Official(browser, "http://localhost:" + port, "admin", clock.instant(), null).home()) {
            Page page = admin.page;
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mẫu văn bản")).click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Báo cáo").setExact(true)).click();
            Download download = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("DOCX (")).click());
            byte[] template = Files.readAllBytes(download.path());
            upload(page, Docx.edit(template, Docx.MAIN, xml -> xml.replace("{{signer}}", "{{nguoiKy}}")));
            assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Không có chỗ điền {{nguoiKy}}"))).isVisible();
            admin.guide("mau-sai");
            upload(page, Docx.edit(template, Docx.MAIN, xml -> xml.replace("Nơi nhận:", "Nơi gửi:")));
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Đã nhận bản 2; từ nay văn bản in theo bản này.");
            admin.picture("mau-moi");
        }
        assertThat(jdbc.sql("select note from paper_template where code = 'BC' and version = 2").query(String.class).single())
                .isEqualTo("Đổi nơi nhận");
    }

    private void upload(Page page, byte[] template) throws IOException {
        Path file = Files.write(folder.resolve("báo cáo.docx"), template);
        page.getByLabel("Tệp DOCX").setInputFiles(file);
        page.getByLabel("Thay đổi gì").fill("Đổi nơi nhận");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tải lên")).click();
    }
}
