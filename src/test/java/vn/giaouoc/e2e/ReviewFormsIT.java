package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.review.ReviewStatus;

/** Every form of a mid-term review in a real Tasklist: two units from the early beginning to the receipt of the bloc's report. */
class ReviewFormsIT extends Story {

    private static final String HEAD = "skhcn";
    private static final String OTHER = "stttt";
    private static final List<String> UNITS = List.of(HEAD, OTHER);

    @Autowired
    BlocYears years;
    @Autowired
    CovenantQueries covenants;
    @Autowired
    CovenantSigning signing;
    @Autowired
    ReviewQueries reviews;

    private String key;

    @Test
    void aBlocReviewsItsYearInTasklist() throws IOException {
        recordedCovenant();
        begin();
        report();
        inspect();
        consolidate();
        meet();
        reportOfTheBloc();
        org.assertj.core.api.Assertions.assertThat(reviews.get(key).status()).isEqualTo(ReviewStatus.RECEIVED);
    }

    private void recordedCovenant() {
        String composition = officials.start("chuyenvien", "bloc-composition", Map.of("route", "OUTSIDE", "year", 2067));
        String file = attachments.upload(officials.actor("chuyenvien"), "ban-ky.pdf", "%PDF-1.4\n%%EOF\n".getBytes()).id().toString();
        done("chuyenvien", composition, "recordComposition", Map.of("title", "Về việc thành lập các khối thi đua", "blocs",
                List.of(Map.of("blocCode", "khoa-giao", "kind", "KHOI", "name", "Khối thi đua khoa giáo", "members", List.of(
                        Map.of("unit", HEAD, "role", "HEAD"), Map.of("unit", OTHER, "role", "MEMBER")))), "issuer", "UBND tỉnh",
                "number", "9067/QĐ-UBND", "issueDate", today().toString(), "signerName", "Nguyễn Văn Thành", "signerTitle", "Chủ tịch",
                "reasons", Map.of("C05", "Ngày nghỉ."), "files", List.of(Map.of("id", file, "name", "ban-ky.pdf"))));
        code = years.ofComposition(composition).get(0).code();
        String covenant = code + "/GU1";
        Map<String, Object> content = Map.of("plan", "Họp khối.", "commitments", List.of("Thi đua."), "targets", List.of(Map.of("id", "t1", "measure",
                "LDTT", "name", "Lao động tiên tiến", "comparator", "AT_LEAST", "value", 95, "unit", "%", "base", "STAFF", "direction", "UP",
                "rounding", "UP", "scope", "EACH_MEMBER")));
        done("canbo." + HEAD, covenant, "draftCovenant", content);
        UNITS.forEach(unit -> done("canbo." + unit, covenant + "/" + unit, "commentCovenant", Map.of("agrees", true)));
        done("canbo." + HEAD, covenant, "reviseCovenant", content);
        UNITS.forEach(unit -> done("canbo." + unit, covenant + "/" + unit, "registerTargets", Map.of("staff", 200)));
        done("canbo." + HEAD, covenant, "holdConference", Map.of("date", today().toString(), "place", "Hội trường", "minutes", "Thống nhất.", "agreed",
                true, "attendance", UNITS.stream().map(unit -> Map.of("unit", unit, "present", true, "representative", "Giám đốc")).toList()));
        UNITS.forEach(unit -> {
            String digest = covenants.get(covenant).digest();
            signing.proveIdentity(officials.actor("thutruong." + unit), covenant, unit, "trial", digest);
            done("thutruong." + unit, covenant + "/" + unit, "signCovenant", Map.of("decision", "SIGN", "ground", "HEAD", "digest", digest));
        });
        done("chuyenvien", covenant, "recordCovenant", Map.of("decision", "RECORD"));
        jdbc.sql("update bloc_year set from_date = ?, to_date = ? where code = ?").params(Date.valueOf(today().minusDays(100)),
                Date.valueOf(today().plusDays(200)), code).update();
        key = ReviewKey.of(code);
    }

    private void begin() {
        try (Official head = official("canbo." + HEAD).take("Thực hiện giao ước")) {
            head.pick("inspection", "Có").page.getByText("Lưu ngày và quy định").click();
            head.page.getByText("Đã lưu: sơ kết bắt đầu ngày").waitFor();
            head.page.getByText("Bắt đầu sơ kết ngay").click();
            head.page.getByText("Đã bắt đầu sơ kết").waitFor();
            head.picture("bat-dau-so-ket");
        }
        jobs.runDue();
    }

    private void report() throws IOException {
        try (Official member = official("canbo." + OTHER).take("Lập báo cáo sơ kết")) {
            assertThat(member.field("figures")).containsText("tương ứng 190 người trên tổng số 200 người");
            tooManyDecimals(member);
            noClickIsLost(member);
            outcomesAreThoseOfTheServer(member);
            Locator value = member.field("figures").locator("[data-field='value'] input");
            value.fill("95");
            assertThat(member.field("figures").locator(".gu-standing")).hasText("Đạt");
            value.fill("93,5");
            assertThat(member.field("figures").locator(".gu-standing")).hasText("Chưa đạt (-1,5 điểm %; -3 người so với 190 người)");
            member.fill("results", "Hoàn thành các nhiệm vụ.").attempt();
            assertThat(member.field("figures").locator("[data-field='note'] .gu-error")).containsText("nguyên nhân");
            assertThat(member.page.locator(".gu-summary li")).hasText("Lao động tiên tiến – Nguyên nhân (khi chưa đạt): Nêu nguyên nhân chưa đạt chỉ tiêu.");
            member.page.locator(".gu-summary li button").click();
            assertThat(member.field("figures").locator("[data-field='note'] input, [data-field='note'] textarea")).isFocused();
            member.field("figures").locator("[data-field='note'] textarea, [data-field='note'] input").fill("Chờ bình xét cuối năm.");
            member.picture("bao-cao-so-ket").complete();
        }
        jobs.runDue();
        try (Official leader = official("thutruong." + OTHER).take("Thủ trưởng đơn vị duyệt báo cáo sơ kết")) {
            assertThat(leader.page.locator("form.gu")).containsText("Chưa đạt (-1,5 điểm %; -3 người so với 190 người)");
            leader.pick("decision", "Đồng ý").picture("duyet-bao-cao-so-ket").complete();
        }
        jobs.runDue();
        done("canbo." + HEAD, key + "/" + HEAD, "writeReview", Map.of("results", "Tốt."));
        done("thutruong." + HEAD, key + "/" + HEAD, "approveReview", Map.of("decision", "APPROVE"));
    }

    /** Nothing is cut silently: one digit too many is told while it is typed, and named in the list. */
    private static void tooManyDecimals(Official member) {
        Locator value = member.field("figures").locator("[data-field='value']");
        value.locator("input").fill("93,333333333333");
        assertThat(value.locator(".gu-error")).hasText("Tối đa 4 chữ số sau dấu phẩy; làm tròn, ví dụ 93,3333.");
        member.attempt();
        assertThat(member.page.locator(".gu-summary")).containsText("Lao động tiên tiến – Kết quả (%): Tối đa 4 chữ số");
        assertThat(value.locator("input")).hasValue("93,333333333333");
        value.locator("input").fill("93,3333");
        assertThat(value.locator(".gu-error")).isHidden();
    }

    /** Leaving a field with a mistake shows it and moves all below; not while the mouse is on its way down on a button there. */
    private static void noClickIsLost(Official member) {
        Locator complete = member.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hoàn thành").setExact(true));
        Locator value = member.field("figures").locator("[data-field='value']");
        value.locator("input").fill("chín mươi");
        complete.scrollIntoViewIfNeeded();
        BoundingBox before = complete.boundingBox();
        member.page.mouse().move(before.x + before.width / 2, before.y + before.height / 2);
        member.page.mouse().down();
        org.assertj.core.api.Assertions.assertThat(value.locator(".gu-error").isHidden()).as("nothing moves yet").isTrue();
        org.assertj.core.api.Assertions.assertThat(complete.boundingBox().y).isEqualTo(before.y);
        member.page.mouse().up();
        assertThat(member.page.locator(".gu-summary")).containsText("Lao động tiên tiến – Kết quả (%): Không đọc được số.");
        assertThat(value.locator(".gu-error")).containsText("Không đọc được số.");
    }

    /** What is shown while a figure is typed: the cases of the server's own test. */
    private static void outcomesAreThoseOfTheServer(Official member) throws IOException {
        Object found = member.page.evaluate("""
                async (lines) => {
                  const {outcomeOf} = await import('/giaouoc/outcome.js');
                  const number = (text) => (text ? Number(text) : null);
                  return lines.map((line) => line.split(',').map((part) => part.trim())).map(([comparator, target, rounding, base, limit, value]) => {
                    const {deviation, people, peopleShort, reached} = outcomeOf({comparator, target: number(target), rounding, base: number(base),
                      limit: number(limit)}, number(value));
                    return [deviation, people, peopleShort, reached].map((part) => part ?? '').join(', ');
                  });
                }""", cases());
        org.assertj.core.api.Assertions.assertThat(found).isEqualTo(cases().stream().map(line -> line.split(", ", 7)[6]).toList());
    }

    private static List<String> cases() throws IOException {
        return new ClassPathResource("outcomes.csv").getContentAsString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
    }

    private void inspect() {
        try (Official head = official("canbo." + HEAD).take("Phân công kiểm tra chéo")) {
            head.attempt().fill("B17", "Khối chỉ có hai đơn vị.").picture("phan-cong-kiem-tra-cheo").complete();
        }
        jobs.runDue();
        int no = reviews.get(key).inspections().stream().filter(row -> row.inspector().equals(HEAD)).findFirst().orElseThrow().no();
        try (Official inspector = official("canbo." + HEAD).take("Ghi kết quả kiểm tra chéo")) {
            assertThat(inspector.page.locator("form.gu")).containsText("Chờ bình xét cuối năm.");
            inspector.fill("inspectedOn", vietnamese(today())).fill("findings", "Đúng số liệu.").picture("ghi-kiem-tra-cheo").complete();
        }
        jobs.runDue();
        try (Official inspected = official("canbo." + OTHER).take("Ý kiến về kết quả kiểm tra")) {
            inspected.pick("agrees", "Thống nhất với kết quả").picture("y-kien-kiem-tra-cheo").complete();
        }
        String other = ReviewKey.inspection(key, no == 1 ? 2 : 1);
        done("canbo." + OTHER, other, "recordFindings", Map.of("inspectedOn", today().toString(), "findings", "Đúng."));
        done("canbo." + HEAD, other, "answerFindings", Map.of("agrees", true));
    }

    private void consolidate() {
        try (Official head = official("canbo." + HEAD).take("Tổng hợp sơ kết")) {
            assertThat(head.field("movements").locator("> .gu-label")).isHidden(); // its section is called the same
            head.fill("overview", "Khối thực hiện tốt giao ước.").page.getByText("Thêm phong trào").click();
            head.field("movements").locator("[data-field='title'] input, [data-field='title'] textarea").fill("Thi đua thực hiện văn hóa công sở");
            head.field("movements").locator("[data-field='fromYear'] input").fill("2019");
            head.field("movements").locator("[data-field='toYear'] input").fill("2025");
            head.picture("tong-hop-so-ket").complete();
        }
        jobs.runDue();
    }

    private void meet() {
        try (Official head = official("canbo." + HEAD).take("Hội nghị sơ kết")) {
            assertThat(head.page.locator("form.gu")).containsText("Bản tổng hợp của Trưởng khối");
            assertThat(head.field("tasks").locator("> .gu-label")).containsText("Nhiệm vụ 6 tháng cuối năm 2067");
            head.fill("date", vietnamese(today())).fill("place", "Hội trường").fill("minutes", "Các đơn vị thảo luận.");
            for (int i = 0; i < 2; i++) {
                head.field("attendance").locator("[data-field='representative'] input").nth(i).fill("Thủ trưởng đơn vị");
            }
            head.page.getByText("Thêm kết luận").click();
            head.field("conclusions").locator("[data-field='content'] input, [data-field='content'] textarea").fill("Rà soát chỉ tiêu chưa đạt");
            head.attempt();
            assertThat(head.page.locator(".gu-summary li").first())
                    .containsText("Kết luận, dòng 1 (Rà soát chỉ tiêu chưa đạt) – Đơn vị thực hiện: ");
            head.field("conclusions").locator("select").selectOption(OTHER);
            head.field("conclusions").locator("[data-field='dueOn'] input").fill(vietnamese(today().plusDays(30)));
            head.picture("hoi-nghi-so-ket").complete();
        }
        jobs.runDue();
    }

    private void reportOfTheBloc() {
        try (Official head = official("canbo." + HEAD).take("Hoàn thiện báo cáo sơ kết")) {
            head.fill("results", "Nhiều mô hình tốt.").fill("directions", "Tiếp tục thực hiện giao ước.").picture("hoan-thien-bao-cao-so-ket").complete();
        }
        jobs.runDue();
        try (Official leader = official("thutruong." + HEAD).take("Ký báo cáo sơ kết")) {
            for (int tries = 0; tries < 5 && !leader.field("password").isVisible(); tries++) {
                leader.pick("decision", "Ký báo cáo");
            }
            leader.pick("ground", "Thủ trưởng đơn vị").fill("password", "trial").picture("ky-bao-cao-so-ket").complete();
        }
        jobs.runDue();
        try (Official snv = official("chuyenvien").take("Tiếp nhận báo cáo sơ kết")) {
            assertThat(snv.page.locator("form.gu")).containsText("Nhiều mô hình tốt.");
            snv.pick("decision", "Tiếp nhận").picture("tiep-nhan-bao-cao-so-ket").complete();
        }
        jobs.runDue();
    }

    private void done(String user, String businessKey, String task, Map<String, Object> data) {
        officials.complete(user, businessKey, "userTask_" + task, data);
        jobs.runDue();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String vietnamese(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }
}
