package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.platform.time.WorkingDays;
import vn.giaouoc.test.Cases;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;

/** The head of division adds a local day off, sees which deadlines move, applies it, and takes the year's deadlines into a calendar. */
class CalendarPageIT extends IntegrationTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @LocalServerPort
    int port;
    @Autowired
    Cases cases;
    @Autowired
    Jobs jobs;
    @Autowired
    WorkingDays workingDays;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theProductsOwnTable() {
        jobs.runDue();
        jdbc.sql("delete from calendar_day where recorded_by <> 'system'").update();
    }

    @Test
    void theOfficeEditsAHolidayAndSeesWhatMoves() throws IOException {
        String code = cases.issuedOutside(Map.of());
        LocalDate storm = workingDays.after(LocalDate.now(clock), 2);
        try (Playwright playwright = Playwright.create(); Browser browser = Chromium.launch(playwright);
             Official head = new Official(browser, "http://localhost:" + port, "truongphong", clock.instant(), null)) {
            Page page = head.page;
            page.navigate("http://localhost:" + port + "/giaouoc/calendar.html");
            page.getByLabel("Năm").first().selectOption(String.valueOf(storm.getYear()));
            assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Quốc khánh").setExact(true))).isVisible();
            click(page, "Thêm ngày");
            Locator day = page.getByLabel("Ngày *", new Page.GetByLabelOptions().setExact(true));
            for (String[] wrong : new String[][] {{"12/5", "Ghi ngày theo dạng ngày/tháng/năm"}, {"31/2/2026", "Ngày 31/02/2026 không có trong lịch."}}) {
                day.fill(wrong[0]);
                click(page, "Xem việc nào đổi hạn");
                assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText(wrong[1]))).isVisible();
            }
            click(page, "+ Thêm ngày làm bù");
            assertThat(day).hasCount(2);
            click(page, "Bỏ dòng này");
            assertThat(day).hasCount(1);
            day.fill(DAY.format(storm));
            page.getByLabel("Loại ngày").selectOption("LOCAL");
            page.getByLabel("Tên ngày").fill("Nghỉ tránh bão");
            page.getByLabel("Căn cứ").fill("Công điện của Chủ tịch UBND tỉnh");
            click(page, "Xem việc nào đổi hạn");
            assertThat(page.getByText("Nêu lý do thay đổi.")).isVisible();
            page.getByLabel("Lý do thay đổi").fill("Bão số 3");
            click(page, "Xem việc nào đổi hạn");
            Locator moved = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(code))
                    .filter(new Locator.FilterOptions().setHasText("Đơn vị gửi kế hoạch, đăng ký công trình, phần việc"));
            assertThat(moved).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000)); // the first reads the models
            head.guide("lich-xem-truoc");
            click(page, "Áp dụng");
            assertThat(page.getByRole(AriaRole.STATUS)).hasText(Pattern.compile("Đã ghi nhận LL-.*"));
            jobs.runDue();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText(Pattern.compile("Đã áp dụng LL-.*"));
            assertThat(moved).containsText("đã chuyển");
            assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Nghỉ tránh bão").setExact(true))).isVisible();

            deadlinesAreFound(page);
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Lịch năm")).click();
            page.locator("#y-year").selectOption(String.valueOf(LocalDate.now(clock).plusDays(5).getYear())); // of the campaign's last report
            page.getByLabel("Hồ sơ").selectOption(code);
            assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Báo cáo tổng kết").setExact(true)).first()).isVisible();
            assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName(Pattern.compile("^PT-")))
                    .filter(new Locator.FilterOptions().setHasNotText(code))).hasCount(0);
            head.guide("lich-nam");
            Download download = page.waitForDownload(() -> page.getByText("Tải lịch (.ics)").click());
            assertThat(Files.readString(download.path())).startsWith("BEGIN:VCALENDAR").contains("Báo cáo tổng kết");
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Đã thay đổi")).click();
            assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Bão số 3")).filter(new Locator.FilterOptions().setHasText("Lý Thị Hoa"))).isVisible();
        }
        assertThat(jdbc.sql("select recorded_by from calendar_day where day = ?").param(storm).query(String.class).single()).isEqualTo("truongphong");
    }

    /** By phase, narrowed by what is typed, with or without accents; a number of days is whole. */
    private static void deadlinesAreFound(Page page) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Thời hạn")).click();
        assertThat(page.getByText("Phát động phong trào", new Page.GetByTextOptions().setExact(true))).isVisible();
        page.getByLabel("Tìm thời hạn").fill("hoi nghi so ket");
        assertThat(page.getByText("Phát động phong trào", new Page.GetByTextOptions().setExact(true))).isHidden();
        click(page, "Tổ chức hội nghị sơ kết khối");
        page.getByLabel("Số ngày *", new Page.GetByLabelOptions().setExact(true)).fill("1,5");
        click(page, "Xem việc nào đổi hạn");
        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Ghi một số nguyên"))).isVisible();
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }
}
