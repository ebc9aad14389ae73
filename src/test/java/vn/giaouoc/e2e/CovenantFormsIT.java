package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.covenant.SigningState;
import vn.giaouoc.organisation.Handover;
import vn.giaouoc.organisation.SuccessionKind;
import vn.giaouoc.organisation.SuccessionListener;

/** Every form of a covenant in a real Tasklist: two units from the draft to the amendment of what was recorded. */
class CovenantFormsIT extends Story {

    private static final String HEAD = "stuphap";
    private static final String OTHER = "thanhtra";
    private static final String SUCCESSOR = "ldld";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String LEADING = "Lao động tiên tiến";

    @Autowired
    BlocYears years;
    @Autowired
    CovenantQueries covenants;

    @Autowired
    CovenantSigning signing;
    @Autowired
    List<SuccessionListener> listeners;
    @Autowired
    TransactionTemplate transaction;

    private String key;
    private String composition;

    @Test
    void aBlocSignsItsCovenantInTasklist() throws IOException {
        composed();
        draft();
        comment();
        revise();
        register();
        conference();
        refusedAndKept();
        sign();
        decideMissing();
        onPaper();
        record();
        annex();
        amend();
        giveUp();
    }

    private void composed() {
        composition = officials.start("chuyenvien", "bloc-composition", Map.of("route", "OUTSIDE", "year", 2029));
        String file = attachments.upload(officials.actor("chuyenvien"), "ban-ky.pdf", "%PDF-1.4\n%%EOF\n".getBytes()).id().toString();
        officials.complete("chuyenvien", composition, "userTask_recordComposition", Map.of("title", "Về việc thành lập các khối thi đua", "blocs",
                List.of(Map.of("blocCode", "noi-chinh", "kind", "KHOI", "name", "Khối thi đua nội chính", "members", List.of(
                        Map.of("unit", HEAD, "role", "HEAD"), Map.of("unit", OTHER, "role", "MEMBER")))), "issuer", "UBND tỉnh",
                "number", "9029/QĐ-UBND", "issueDate", LocalDate.now(clock).toString(), "signerName", "Nguyễn Văn Thành", "signerTitle", "Chủ tịch",
                "reasons", Map.of("C05", "Ngày nghỉ."), "files", List.of(Map.of("id", file, "name", "ban-ky.pdf"))));
        jobs.runDue();
        code = years.ofComposition(composition).get(0).code();
        key = code + "/GU1";
    }

    private void draft() {
        try (Official head = official("canbo." + HEAD).take("Dự thảo giao ước")) {
            Locator commitments = head.field("commitments");
            commitments.locator("textarea").first().fill("Tham mưu, tổng hợp kịp thời cho UBND tỉnh.");
            Locator target = head.page.locator(".gu-target").first();
            target.locator("[data-field='measure'] select").selectOption("LDTT");
            target.locator("[data-field='name'] input").fill(LEADING);
            target.locator("[data-field='value'] input").first().fill("95");
            head.fill("plan", "Họp khối mỗi quý một lần.");
            openedAnew(head);
            assertThat(head.field("plan").locator("textarea")).hasValue("Họp khối mỗi quý một lần.");
            head.attempt();
            assertThat(target.locator("[data-field='base'] .gu-error")).containsText("tính trên số nào");
            head.picture("chi-tieu-thieu-goc");
            target.locator("[data-field='base'] select").selectOption("STAFF");
            head.page.getByText("Thêm chỉ tiêu").click();
            Locator second = head.page.locator(".gu-target").nth(1);
            second.locator("[data-field='measure'] select").selectOption("CSTDCS");
            second.locator("[data-field='name'] input").fill("Chiến sĩ thi đua cơ sở");
            second.locator("[data-field='value'] input").first().fill("15");
            second.locator("[data-field='base'] option").filter(new Locator.FilterOptions().setHasText(LEADING)).waitFor(
                    new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            second.locator("[data-field='base'] select").selectOption("t1");
            assertThat(second.locator(".gu-target-meaning")).containsText("15");
            head.picture("du-thao-giao-uoc").complete();
        }
        jobs.runDue();
        org.assertj.core.api.Assertions.assertThat(covenants.get(key).content().targets()).extracting("id", "base")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("t1", "STAFF"), org.assertj.core.groups.Tuple.tuple("t2", "t1"));
    }

    /** As Tasklist does when a task is taken: the form loads again while its official types already. */
    private static void openedAnew(Official person) {
        person.page.evaluate("() => { document.querySelector('.gu-heading').dataset.before = 'yes';"
                + " document.querySelector('form.gu').closest('[ng-class*=\"disabled-form\"]').classList.add('disabled-form'); }");
        person.page.locator(".gu-heading[data-before]").waitFor(new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        person.page.evaluate("() => document.querySelector('form.gu').closest('[ng-class*=\"disabled-form\"]').classList.remove('disabled-form')");
    }

    private void comment() {
        try (Official member = official("canbo." + OTHER).take("Góp ý dự thảo giao ước")) {
            assertThat(member.page.locator(".gu-paper")).containsText("BẢN GIAO ƯỚC THI ĐUA NĂM 2029");
            member.pick("agrees", "Có ý kiến sửa đổi, bổ sung").fill("text", "Làm rõ cách làm tròn.").picture("gop-y-giao-uoc").complete();
        }
        officials.complete("canbo." + HEAD, key + "/" + HEAD, "userTask_commentCovenant", Map.of("agrees", true));
        jobs.runDue();
    }

    private void revise() {
        try (Official head = official("canbo." + HEAD).take("Tiếp thu, hoàn thiện giao ước")) {
            assertThat(head.page.locator(".gu-comment").first()).containsText("Thống nhất");
            head.fill(OTHER, "Không làm tròn, để số lẻ.").picture("hoan-thien-giao-uoc").complete();
        }
        jobs.runDue();
    }

    private void register() {
        try (Official member = official("canbo." + OTHER).take("Đăng ký danh hiệu, chỉ tiêu thi đua")) {
            member.fill("staff", "200");
            member.field("titles").locator("select").first().selectOption("LDTT");
            member.field("titles").locator("input").first().fill("190");
            member.page.getByText("Thêm sáng kiến").click();
            member.field("initiatives").locator("input").first().fill("Số hóa hồ sơ khiếu nại");
            member.picture("dang-ky-thi-dua").complete();
        }
        officials.complete("canbo." + HEAD, key + "/" + HEAD, "userTask_registerTargets", Map.of("staff", 100,
                "titles", List.of(Map.of("title", "LDTT", "count", 96))));
        jobs.runDue();
    }

    private void conference() {
        try (Official head = official("canbo." + HEAD).take("Hội nghị ký giao ước")) {
            assertThat(head.page.locator(".gu-meaning").first()).containsText("190");
            head.fill("date", LocalDate.now(clock).format(java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy"))).fill("place", "Hội trường Sở Tư pháp")
                    .fill("minutes", "Các đơn vị thảo luận, thống nhất.");
            for (int i = 0; i < 2; i++) {
                head.field("attendance").locator("[data-field='representative'] input").nth(i).fill("Thủ trưởng đơn vị");
            }
            head.page.getByText("Thêm biểu quyết").click();
            head.field("votes").locator("[data-field='subject'] input").fill("Thông qua nội dung giao ước");
            head.field("votes").locator("[data-field='agree'] input").fill("2");
            head.pick("agreed", "Thống nhất").picture("hoi-nghi-giao-uoc").complete();
        }
        jobs.runDue();
    }

    private void refusedAndKept() {
        try (Official member = official("thutruong." + OTHER).take("Ký giao ước")) {
            choose(member, "decision", "Từ chối ký", "reason").fill("reason", "Tỷ lệ quá cao.").picture("tu-choi-ky").complete();
        }
        jobs.runDue();
        try (Official head = official("canbo." + HEAD).take("Xử lý từ chối ký")) {
            choose(head, "decision", "Giữ nguyên giao ước", OTHER).fill(OTHER, "Hội nghị đã thống nhất.").picture("xu-ly-tu-choi").complete();
        }
        jobs.runDue();
    }

    /** Picks until the form shows what belongs to the choice: a task that was just taken loads its form once more. */
    private static Official choose(Official person, String field, String label, String shows) {
        for (int tries = 0; tries < 5 && !person.field(shows).isVisible(); tries++) {
            person.pick(field, label);
        }
        return person;
    }

    private void sign() {
        try (Official member = official("thutruong." + OTHER).take("Ký giao ước")) {
            choose(member, "decision", "Ký giao ước", "password").pick("ground", "Thủ trưởng đơn vị").fill("password", "không phải").attempt();
            assertThat(member.field("password").locator(".gu-error")).isVisible();
            member.fill("password", "trial").picture("ky-giao-uoc").complete();
        }
        jobs.runDue();
        org.assertj.core.api.Assertions.assertThat(jdbc.sql("select count(*) from form_draft where data::text like '%trial%'").query(Long.class).single())
                .as("no password in any draft").isZero();
        org.assertj.core.api.Assertions.assertThat(covenants.get(key).members().get(1).signing()).isEqualTo(SigningState.SIGNED);
    }

    /** One has not signed by the day: Sở Nội vụ gives more time. */
    private void decideMissing() {
        trialClock.moveTo(covenants.get(key).signDueAt().plusSeconds(60));
        jobs.runDue();
        try (Official snv = official("chuyenvien").take("Quyết định về chữ ký còn thiếu")) {
            assertThat(snv.page.locator(".gu-member-board")).containsText("1/2 đã ký");
            choose(snv, "decision", "Gia hạn ký", "until").picture("quyet-dinh-chu-ky-thieu").attempt();
            assertThat(snv.field("until").locator(".gu-error")).isVisible();
            snv.fill("until", LocalDate.now(clock).plusDays(9).format(DAY)).picture("gia-han-ky").complete();
        }
        jobs.runDue();
        org.assertj.core.api.Assertions.assertThat(covenants.get(key).status()).isEqualTo(CovenantStatus.SIGNING);
    }

    /** The other member ends; of its successor an official signs the annex by written authority. */
    private void annex() {
        transaction.executeWithoutResult(status -> {
            years.succeed(OTHER, List.of(SUCCESSOR), LocalDate.now(clock));
            listeners.stream().filter(listener -> listener.getClass().getName().contains("CovenantSuccession")).forEach(room ->
                    room.succeeded(new Handover("TC-2029-99", SuccessionKind.MERGE, OTHER, List.of(SUCCESSOR), SUCCESSOR, LocalDate.now(clock),
                            "Đơn vị đã sáp nhập theo Quyết định số 12/QĐ-UBND.")));
        });
        jobs.runDue();
        try (Official member = official("canbo." + SUCCESSOR).take("Ký phụ lục kế thừa")) {
            choose(member, "ground", "Người được ủy quyền (TUQ.)", "document").fill("password", "trial").attempt();
            assertThat(member.field("until").locator(".gu-error")).isVisible();
            assertThat(member.field("until").locator(".gu-star")).isVisible();
            member.picture("ky-phu-luc-thieu-uy-quyen");
            member.fill("document", "07/UQ-LĐLĐ").fill("date", LocalDate.now(clock).format(DAY)).fill("scope", "Ký phụ lục kế thừa giao ước thi đua")
                    .fill("until", LocalDate.now(clock).plusDays(5).format(DAY)).fill("password", "trial").picture("ky-phu-luc").complete();
        }
        jobs.runDue();
        org.assertj.core.api.Assertions.assertThat(signing.annex(key + "/PL1").capacity()).startsWith("TUQ. ");
    }

    private void onPaper() throws IOException {
        try (Official head = official("canbo." + HEAD).take("Theo dõi ký giao ước")) {
            assertThat(head.page.locator(".gu-member-board")).containsText("1/2 đã ký");
            head.field("file").locator("input[type=file]").setInputFiles(pdf("ban-ky-tai-hoi-nghi.pdf"));
            head.field("file").locator("li a").waitFor();
            head.field("units").getByText("Sở Tư pháp").click();
            head.page.getByText("Ghi nhận tệp đã ký").click();
            head.page.getByText("Đã ghi nhận. Các đơn vị được đề nghị xác nhận").waitFor();
            head.picture("theo-doi-ky-giao-uoc");
        }
        try (Official leader = official("thutruong." + HEAD).take("Xác nhận bản ký giấy")) {
            leader.pick("confirmed", "Xác nhận đã ký").fill("password", "trial").attempt();
            assertThat(leader.field("signerName").locator(".gu-error")).isVisible();
            leader.fill("signerName", "Nguyễn Văn Hùng").fill("signerPosition", "Giám đốc").fill("password", "trial").picture("xac-nhan-ky-giay")
                    .complete();
        }
        jobs.runDue();
        org.assertj.core.api.Assertions.assertThat(covenants.get(key).status()).isEqualTo(CovenantStatus.SIGNED);
    }

    private void record() {
        try (Official snv = official("chuyenvien").take("Ghi nhận giao ước")) {
            snv.page.getByText("Bản đăng ký của các thành viên").click();
            assertThat(snv.page.locator("form.gu")).containsText("Số hóa hồ sơ khiếu nại");
            snv.pick("decision", "Ghi nhận").picture("ghi-nhan-giao-uoc").complete();
        }
        jobs.runDue();
    }

    private void amend() {
        try (Official head = official("canbo." + HEAD).take("Thực hiện giao ước")) {
            assertThat(head.page.locator("form.gu")).containsText("Chỉ tiêu đã ghi nhận");
            head.fill("reason", "Chỉ tiêu của tỉnh thay đổi.").page.getByText("Bắt đầu điều chỉnh").click();
            head.page.getByText("Đã mở bản điều chỉnh").waitFor();
            head.picture("thuc-hien-giao-uoc");
        }
        jobs.runDue();
        try (Official head = official("canbo." + HEAD).take("Dự thảo giao ước")) {
            head.page.locator(".gu-target [data-field='value'] input").first().fill("96");
            assertThat(head.page.locator(".gu-diff")).containsText("96");
            head.picture("dieu-chinh-giao-uoc").complete();
        }
        jobs.runDue();
        org.assertj.core.api.Assertions.assertThat(covenants.get(code + "/GU2").diff()).isNotEmpty();
    }

    /** Sở Nội vụ sees which bloc amends its covenant; the head unit gives it up. */
    private void giveUp() {
        String bloc = code;
        code = composition;
        try (Official snv = official("chuyenvien").take("Theo dõi khối thi đua")) {
            snv.page.getByText("đang điều chỉnh giao ước").click();
            assertThat(snv.page.getByText("Hủy lần điều chỉnh này")).isVisible();
            snv.picture("theo-doi-khoi-dang-dieu-chinh");
        }
        code = bloc;
        try (Official head = official("canbo." + HEAD).open("Thực hiện giao ước", true)) {
            head.fill("reason", "Đề nghị nhầm.").page.getByText("Hủy điều chỉnh", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            head.page.getByText("Đã hủy lần điều chỉnh").waitFor();
            head.picture("huy-dieu-chinh");
        }
        jobs.runDue();
        try (Official head = official("canbo." + HEAD).open("Thực hiện giao ước", true)) {
            assertThat(head.page.locator("form.gu")).containsText("Lý do hủy: Đề nghị nhầm.");
            head.picture("da-huy-dieu-chinh");
        }
    }
}
