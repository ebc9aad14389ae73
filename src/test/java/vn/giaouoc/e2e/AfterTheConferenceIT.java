package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.action.ActionKind;
import vn.giaouoc.action.BlocActions;
import vn.giaouoc.action.NewAction;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.midyear.MidYearReport;

/** What a sơ kết leaves behind, in the browser: an action, a proposal, an award, the province's report. */
class AfterTheConferenceIT extends Story {

    private static final String HEAD = "stuphap";
    private static final String OTHER = "thanhtra";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    BlocYears years;
    @Autowired
    BlocActions actions;
    @Autowired
    PrintedPapers printed;

    @Test
    void whatAConferenceLeavesBehindIsFollowed() throws IOException {
        String composition = composed();
        action();
        proposal();
        award();
        report(composition);
    }

    private String composed() {
        String composition = officials.start("chuyenvien", "bloc-composition", Map.of("route", "OUTSIDE", "year", 2070));
        String file = attachments.upload(officials.actor("chuyenvien"), "ban-ky.pdf", "%PDF-1.4\n%%EOF\n".getBytes()).id().toString();
        officials.complete("chuyenvien", composition, "userTask_recordComposition", Map.of("title", "Về việc thành lập các khối thi đua", "blocs",
                List.of(Map.of("blocCode", "tu-phap", "kind", "KHOI", "name", "Khối thi đua tư pháp, thanh tra", "members", List.of(
                        Map.of("unit", HEAD, "role", "HEAD"), Map.of("unit", OTHER, "role", "MEMBER")))), "issuer", "UBND tỉnh",
                "number", "9070/QĐ-UBND", "issueDate", LocalDate.now(clock).toString(), "signerName", "Nguyễn Văn Thành", "signerTitle", "Chủ tịch",
                "reasons", Map.of("C05", "Ngày nghỉ."), "files", List.of(Map.of("id", file, "name", "ban-ky.pdf"))));
        jobs.runDue();
        code = years.ofComposition(composition).get(0).code();
        return composition;
    }

    /** The owner asks for more time, is told what is missing, and gets it from the head unit. */
    private void action() {
        actions.open(code, HEAD, List.of(new NewAction(code + "/SK1", 1, "Tổ chức giao lưu văn nghệ, thể thao của khối.", OTHER,
                LocalDate.now(clock).plusDays(10), ActionKind.SECOND_HALF_TASK)));
        String later = DAY.format(LocalDate.now(clock).plusDays(40));
        try (Official owner = official("canbo." + OTHER).take("Thực hiện, báo cáo kết quả")) {
            assertThat(owner.page.locator("form.gu")).containsText("Tổ chức giao lưu văn nghệ");
            owner.pick("outcome", "Đề nghị gia hạn").fill("text", "Hội trường đang sửa chữa.").attempt();
            assertThat(owner.field("wantedDue").locator(".gu-error")).containsText("Nhập ngày đề nghị gia hạn");
            owner.fill("wantedDue", later).picture("bao-cao-viec-cua-khoi").complete();
        }
        jobs.runDue();
        try (Official head = official("canbo." + HEAD).take("Xác nhận kết quả")) {
            assertThat(head.page.locator("form.gu")).containsText("Đề nghị gia hạn đến " + later);
            head.pick("decision", "Đồng ý gia hạn").picture("xac-nhan-viec-cua-khoi").complete();
        }
        jobs.runDue();
    }

    private void proposal() {
        jdbc.sql("insert into review (bloc_year, seq, status, begun_at) values (?, 1, 'CONFERENCE', now())").param(code).update();
        try (Official head = official("canbo." + HEAD)) {
            head.page.navigate(address() + "/giaouoc/bloc-work.html?bloc=" + code);
            assertThat(head.page.locator("#main")).containsText("Nhiệm vụ 6 tháng cuối năm 2070Tổ chức giao lưu văn nghệ");
            save(head, "Lưu đề nghị");
            assertThat(inPage(head, "nomineeName").locator(".gu-error")).containsText("Nhập tên");
            inPage(head, "nomineeKind").locator("select").selectOption("PERSON");
            inPage(head, "unit").locator("select").selectOption(OTHER);
            fill(head, "nomineeName", "Nguyễn Văn An");
            fill(head, "position", "Thanh tra viên");
            fill(head, "achievement", "Phát hiện, ngăn chặn kịp thời vụ việc nghiêm trọng.");
            inPage(head, "form").locator("select").selectOption("BK_T");
            fill(head, "reason", "Thành tích đột xuất.");
            inPage(head, "atReview").locator("input").check();
            save(head, "Lưu đề nghị");
            assertThat(head.page.locator("#main")).containsText("Đã lưu đề nghị.");
            assertThat(head.page.locator("#main .gu-box-title").first()).hasText("Nguyễn Văn An Dự thảo");
            assertThat(head.page.locator("#main")).containsText("Phát sinh từ" + code + "/SK1");
            head.picture("viec-cua-khoi");
        }
        try (Official member = official("canbo." + OTHER)) {
            member.page.navigate(address() + "/giaouoc/bloc-work.html");
            assertThat(member.page.locator("#main")).containsText("chỉ đơn vị Trưởng khối và Sở Nội vụ đọc được");
            assertThat(member.page.locator("#main")).not().containsText("Nguyễn Văn An");
        }
    }

    private void award() throws IOException {
        String day = DAY.format(LocalDate.now(clock));
        int year = LocalDate.now(clock).getYear();
        try (Official snv = official("chuyenvien")) {
            snv.page.navigate(address() + "/giaouoc/awards.html");
            save(snv, "Ghi nhận");
            assertThat(inPage(snv, "files").locator(".gu-error")).containsText("Đính kèm quyết định");
            inPage(snv, "unit").locator("select").selectOption(OTHER);
            inPage(snv, "title").locator("select").selectOption("HCLD2");
            fill(snv, "awardYear", String.valueOf(year - 1));
            fill(snv, "decisionNumber", "770/QĐ-CTN");
            fill(snv, "decisionDate", day);
            inPage(snv, "files").locator("input[type=file]").setInputFiles(pdf("quyet-dinh.pdf"));
            inPage(snv, "files").locator("li a").getByText("quyet-dinh.pdf").waitFor();
            save(snv, "Ghi nhận");
            assertThat(snv.page.locator("#main")).containsText("Đã ghi nhận KN-");
            snv.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Huân chương Lao động hạng Nhì")).first().click();
            assertThat(snv.page.locator("#main")).containsText("Số 770/QĐ-CTN ngày " + day + " của Chủ tịch nước");
            snv.picture("khen-thuong-ngoai-khoi");
        }
        try (Official own = official("canbo." + OTHER)) {
            own.page.navigate(address() + "/giaouoc/awards.html");
            assertThat(own.page.locator("#main")).containsText("Huân chương Lao động hạng Nhì");
            assertThat(own.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ghi nhận"))).hasCount(0);
        }
    }

    private void report(String composition) throws IOException {
        code = officials.start("chuyenvien", "mid-year-report", Map.of("composition", composition));
        jobs.runDue();
        jdbc.sql("update mid_year_report set half_from = ?, half_to = ? where code = ?")
                .params(LocalDate.now(clock).minusDays(100), LocalDate.now(clock), code).update();
        try (Official snv = official("chuyenvien").take("Tổng hợp báo cáo sơ kết toàn tỉnh")) {
            assertThat(snv.page.locator("form.gu")).containsText("Chưa có báo cáo");
            assertThat(snv.page.locator("form.gu")).containsText("Khối thi đua tư pháp, thanh tra");
            snv.fill("overview", "Các cụm, khối thi đua đã triển khai nhiệm vụ theo kế hoạch.").fill("results", "Nhiều mô hình hay được nhân rộng.").attempt();
            assertThat(snv.field("directions").locator(".gu-error")).containsText("Nhập phương hướng");
            snv.fill("directions", "Tiếp tục tổ chức thi đua theo đợt, theo chuyên đề.").picture("bao-cao-so-ket-toan-tinh").complete();
        }
        jobs.runDue();
        try (Official head = official("truongphong").open("Trưởng phòng duyệt", false)) {
            assertThat(head.page.locator("article.gu-paper")).containsText("Thành viên Hội đồng Thi đua - Khen thưởng tỉnh");
        }
        approve("truongphong", "Trưởng phòng duyệt");
        var print = printed.paper(MidYearReport.paperOf(code));
        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve("bao-cao-so-ket-toan-tinh.pdf"), print.pdf());
    }

    private static Locator inPage(Official person, String field) {
        return person.page.locator("[data-field='" + field + "']").last();
    }

    private static void fill(Official person, String field, String text) {
        inPage(person, field).locator("input, textarea").first().fill(text);
    }

    private static void save(Official person, String button) {
        person.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).last().click();
    }
}
