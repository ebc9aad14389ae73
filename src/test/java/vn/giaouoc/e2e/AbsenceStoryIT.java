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
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.absence.AbsenceDraft;
import vn.giaouoc.absence.AbsenceGround;
import vn.giaouoc.absence.Absences;
import vn.giaouoc.absence.DeputyActs;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** A specialist declares the own absence in Tasklist; the deputy finds the task in Tasklist and completes it; both names are kept. */
class AbsenceStoryIT extends IntegrationTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String TITLE = "Thi đua khi có người vắng mặt";

    @LocalServerPort
    int port;
    @Autowired
    Clock clock;
    @Autowired
    Officials officials;
    @Autowired
    Jobs jobs;
    @Autowired
    Absences absences;
    @Autowired
    DeputyActs acts;
    @Autowired
    TaskService tasks;
    @Autowired
    HistoryService history;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("select code from absence where ended_at is null").query(String.class).list()
                .forEach(code -> absences.end(officials.actor("admin"), code, null));
        jobs.runDue();
    }

    @Test
    void theDeputyFindsTheTaskAndCompletesIt() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE));
        jobs.runDue();
        String draft = tasks.createTaskQuery().processInstanceBusinessKey(code).singleResult().getId();
        officials.as("chuyenvien", () -> {
            tasks.claim(draft, "chuyenvien");
            return null;
        });
        LocalDate today = LocalDate.now(clock);
        try (Playwright playwright = Playwright.create(); Browser browser = Chromium.launch(playwright)) {
            try (Official absent = new Official(browser, "http://localhost:" + port, "chuyenvien", clock.instant(), null).home()) {
                Page page = absent.page;
                page.getByText("Khởi tạo hồ sơ").click();
                page.locator(".modal-content").getByText("Vắng mặt, xử lý thay").click();
                absent.field("deputy").waitFor();
                assertThat(absent.field("from").locator("input")).hasValue(DAY.format(today));
                assertThat(absent.field("acts")).isHidden();
                page.locator(".modal-footer .btn-primary").click();
                assertThat(absent.field("to").getByText("Nhập ngày vắng mặt cuối cùng.")).isVisible();
                assertThat(absent.field("deputy").getByText("Chọn người xử lý thay.")).isVisible();
                absent.picture("vang-mat-viec-can-lam-loi");
                absent.fill("to", DAY.format(today.plusDays(3))).fill("reason", "Đi công tác");
                absent.field("deputy").locator("select").selectOption("truongphong");
                absent.picture("vang-mat-viec-can-lam");
                page.locator(".modal-footer .btn-primary").click();
                page.locator(".modal-content").waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
                page.getByText("Vắng mặt, xử lý thay").first().click();
                assertThat(page).hasTitle("Vắng mặt, xử lý thay – Giao Ước");
                assertThat(page.getByText("Đang xử lý thay").first()).isVisible();
            }
            jobs.runDue();
            assertThat(tasks.createTaskQuery().taskId(draft).singleResult().getAssignee()).isEqualTo("truongphong");
            try (Official deputy = new Official(browser, "http://localhost:" + port, "truongphong", clock.instant(), code)) {
                deputy.open("Soạn dự thảo kế hoạch", false);
                assertThat(deputy.page.getByText("xử lý thay Nguyễn Thị Minh Châu").first()).isVisible();
                deputy.guide("xu-ly-thay");
                deputy.fill("purpose", "Hoàn thành nhiệm vụ.").fill("from", DAY.format(today.plusDays(20))).fill("to", DAY.format(today.plusDays(60)));
                deputy.field("contentItems").locator("textarea").first().fill("Thi đua hoàn thành các chỉ tiêu.");
                deputy.field("unitKinds").getByText("Sở, ban, ngành").first().click();
                deputy.complete();
            }
        }
        assertThat(acts.ofCase(code)).singleElement().satisfies(act -> {
            assertThat(act.taskName()).isEqualTo("Soạn dự thảo kế hoạch");
            assertThat(act.deputyName()).isEqualTo("Lý Thị Hoa");
            assertThat(act.words()).isEqualTo("xử lý thay Nguyễn Thị Minh Châu");
        });
        assertThat(history.createHistoricTaskInstanceQuery().taskId(draft).singleResult()).satisfies(done -> {
            assertThat(done.getAssignee()).isEqualTo("truongphong");
            assertThat(done.getOwner()).isEqualTo("chuyenvien");
        });
    }

    /** The page knows what Tasklist's form knows, and shows what is allowed on each ground. */
    @Test
    void theHeadDeclaresAnAbsenceOnThePage() {
        LocalDate today = LocalDate.now(clock);
        try (Playwright playwright = Playwright.create(); Browser browser = Chromium.launch(playwright);
             Official head = new Official(browser, "http://localhost:" + port, "giamdoc", clock.instant(), null).home()) {
            Page page = head.page;
            page.getByText("Vắng mặt, xử lý thay").first().click();
            assertThat(page).hasTitle("Vắng mặt, xử lý thay – Giao Ước");
            click(page, "Khai báo vắng mặt");
            click(page, "Ghi nhận");
            assertThat(alert(page, "Nhập ngày vắng mặt cuối cùng.")).isVisible();
            assertThat(alert(page, "Chọn người xử lý thay.")).isVisible();
            head.picture("vang-mat-loi");
            page.getByLabel("Căn cứ").selectOption("TUQ");
            assertThat(page.getByLabel("Người xử lý thay").locator("option")).hasText(new String[] {"– Chọn người –",
                "Lý Thị Hoa, Trưởng phòng Thi đua, khen thưởng"});
            page.getByLabel("Duyệt dự thảo, ký tờ trình").check();
            assertThat(page.getByLabel("Ký văn bản của Ủy ban nhân dân tỉnh")).isHidden();
            page.getByLabel("Đến hết ngày").first().fill(DAY.format(today.plusDays(3)));
            page.getByLabel("Ủy quyền đến hết ngày").fill(DAY.format(today.plusDays(3)));
            assertThat(page.getByText("Ủy quyền hết hiệu lực")).isHidden();
            page.getByLabel("Ủy quyền đến hết ngày").fill(DAY.format(today.plusDays(2)));
            assertThat(page.getByText("Ủy quyền hết hiệu lực ngày " + DAY.format(today.plusDays(2)) + ", trước ngày cuối vắng mặt "
                    + DAY.format(today.plusDays(3)))).isVisible();
            page.getByLabel("Ngày ban hành văn bản").fill("31/02/2024");
            click(page, "Ghi nhận");
            assertThat(alert(page, "Ngày 31/02/2024 không có trong lịch.")).isVisible();
            page.getByLabel("Người vắng mặt").selectOption("chuyenvien");
            assertThat(page.getByLabel("Căn cứ").locator("option")).hasText(new String[] {"Xử lý thay (không ký, không duyệt)"});
            assertThat(page.getByLabel("Ngày ban hành văn bản")).isHidden();
            page.getByLabel("Đến hết ngày").first().fill(DAY.format(today.plusDays(3)));
            page.getByLabel("Người xử lý thay").selectOption("truongphong");
            page.getByLabel("Lý do").fill("Đi công tác");
            head.guide("vang-mat");
            click(page, "Ghi nhận");
            assertThat(page.getByText("Đang xử lý thay").first()).isVisible();
            assertThat(page.getByText("Trần Quang Vinh, ").first()).isVisible();
            page.getByLabel("Lý do").fill("Về sớm");
            click(page, "Kết thúc, nhận lại việc");
            assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Lý do kết thúc"))).containsText("Về sớm");
        }
    }

    /** An authority that ends before its absence is no mistake, and nobody overlooks it. */
    @Test
    void thePageShowsThatAnAuthorityEndsBeforeTheAbsence() {
        LocalDate today = LocalDate.now(clock);
        String code = absences.enter(officials.actor("giamdoc"), new AbsenceDraft("giamdoc", today, today.plusDays(4), "truongphong", AbsenceGround.TUQ,
                List.of("SIGN_COVENANT"), "12/GUQ", today.minusDays(1), today.plusDays(1), null));
        try (Playwright playwright = Playwright.create(); Browser browser = Chromium.launch(playwright);
             Official head = new Official(browser, "http://localhost:" + port, "giamdoc", clock.instant(), null).home()) {
            head.page.getByText("Vắng mặt, xử lý thay").first().click();
            head.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trần Quang Vinh")).first().click();
            assertThat(head.page.getByText(code).first()).isVisible();
            assertThat(head.page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Hết hạn ủy quyền")))
                    .containsText("sau ngày " + DAY.format(today.plusDays(1)) + ", người xử lý thay không được ký, duyệt");
        }
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    private static Locator alert(Page page, String text) {
        return page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText(text));
    }
}
