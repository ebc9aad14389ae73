package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.giaouoc.action.ActionKind;
import vn.giaouoc.action.BlocActionStatus;
import vn.giaouoc.action.BlocActionView;
import vn.giaouoc.action.BlocActions;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.organisation.AccountKeeper;
import vn.giaouoc.organisation.OrganisationAdmin;
import vn.giaouoc.organisation.PersonData;
import vn.giaouoc.organisation.PersonData.Membership;
import vn.giaouoc.organisation.UnitKind;
import vn.giaouoc.organisation.UnitView;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.review.ReviewStatus;
import vn.giaouoc.test.Cases;
import vn.giaouoc.test.Http;

/**
 * The mid-term review of Bắc Kạn's "Khối thi đua các cơ quan Đảng tỉnh" of 2023: five movements with periods of their own, one
 * member late, Báo Bắc Kạn granted the Government's emulation flag outside the bloc, the conference on the afternoon of Friday
 * 07/7/2023, its tasks for the second half of the year followed until one is done.
 */
@Tag("own-province") // 2023 lies before the dates of the other stories, and there is only one clock in a JVM
@TestPropertySource(properties = "giaouoc.trial.clock-start=2023-01-09T08:00")
class BacKanReviewStoryIT extends Story {

    private static final String HEAD = "bandanvan";
    private static final String DEPUTY = "banbvsk";
    private static final String PAPER = "baobackan";
    private static final String LATE = "bannoichinh";
    private static final List<String> MEMBERS = List.of(HEAD, DEPUTY, "bantochuc", "bantuyengiao", "vptu", "ubkiemtra", LATE, PAPER);
    private static final String BLOC = "Khối thi đua các cơ quan Đảng tỉnh Bắc Kạn";
    private static final String MODELS = "Số mô hình được nhân rộng";
    private static final String[][] MOVEMENTS = {
            {"Bắc Kạn chung sức xây dựng nông thôn mới", "", "", "Các đơn vị giúp đỡ 12 thôn xây dựng nông thôn mới."},
            {"Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở", "2019", "2025", "100 % đơn vị thực hiện quy tắc ứng xử nơi công sở."},
            {"Bắc Kạn đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại; thực hành tiết kiệm, chống lãng phí", "", "",
                    "Tiết kiệm 5 % chi thường xuyên."},
            {"Bắc Kạn đẩy mạnh chương trình chuyển đổi số giai đoạn 2022-2025", "2022", "2025", "Văn bản trong khối được ký số, gửi qua mạng."},
            {"Bắc Kạn chung tay vì người nghèo - Không để ai bị bỏ lại phía sau", "2021", "2025", "Hỗ trợ xóa 08 nhà tạm cho hộ nghèo."}};
    private static final String CONCLUSION = "Phấn đấu hoàn thành và hoàn thành xuất sắc các chỉ tiêu, nhiệm vụ năm 2023.";
    private static final String GAMES = "Triển khai các hoạt động chung của khối như giao lưu văn nghệ, thể thao theo kế hoạch đề ra nhằm gắn kết các "
            + "đơn vị trong khối.";
    private static final String[][] TASKS = {
            {"Tiếp tục tổ chức, triển khai, hưởng ứng các phong trào thi đua do tỉnh phát động, đổi mới nội dung và hình thức công tác thi đua, "
                    + "khen thưởng bảo đảm phù hợp và sát thực tiễn.", "vptu", "30/11/2023"},
            {"Kịp thời phát hiện, bồi dưỡng và nhân rộng cá nhân, tập thể điển hình tiên tiến trong thực hiện nhiệm vụ chuyên môn và trong “Học tập "
                    + "và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”.", "bantuyengiao", "30/11/2023"},
            {"Tổ chức phát động thi đua theo đợt, thi đua chuyên đề nhằm thực hiện thắng lợi mục tiêu tổng quát, các chỉ tiêu, nhiệm vụ trọng tâm "
                    + "năm 2023.", "bantochuc", "31/08/2023"},
            {GAMES, DEPUTY, "30/09/2023"},
            {"Tổ chức tổng kết phong trào thi đua năm 2023 của Khối về công tác thi đua, khen thưởng.", HEAD, "15/12/2023"}};

    @Autowired
    OrganisationAdmin organisation;
    @Autowired
    AccountKeeper accounts;
    @Autowired
    Cases cases;
    @Autowired
    CovenantQueries covenants;
    @Autowired
    CovenantSigning signing;
    @Autowired
    ReviewQueries reviews;
    @Autowired
    BlocActions actions;

    private String year;
    private String key;

    @Test
    void aBlocLooksBackAtHalfAYearAndSetsTheTasksOfTheOther() throws IOException {
        units();
        covenant();
        campaign();
        at("2023-06-15T17:01");
        assertThat(reviews.get(key).status()).as("by itself at the date").isEqualTo(ReviewStatus.REPORTING);
        at("2023-06-20T08:00");
        reports();
        award();
        at("2023-07-03T08:00");
        consolidate();
        at("2023-07-07T16:30");
        conference();
        at("2023-07-10T08:00");
        draft();
        sign();
        printed();
        receive();
        at("2023-07-11T08:00");
        province();
        at("2023-09-22T08:00");
        action();
    }

    // ---- before the review, without the browser ---------------------------------------------------------------------

    /** What the trial's province lacks of the bloc. */
    private void units() {
        unit(HEAD, "Ban Dân vận Tỉnh ủy", "BDV TU", "Hà Thị Phượng", "Hoàng Văn Thiên", "Trưởng ban");
        unit(DEPUTY, "Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh", "BVCSSK", "Lục Thị Minh", "Nguyễn Đình Học", "Trưởng ban");
        unit("ubkiemtra", "Ủy ban Kiểm tra Tỉnh ủy", "UBKT TU", "Bế Văn Lập", "Triệu Đức Hiếu", "Chủ nhiệm");
        unit(LATE, "Ban Nội chính Tỉnh ủy", "BNC TU", "Ma Thị Bích", "Dương Văn Tính", "Trưởng ban");
        unit(PAPER, "Báo Bắc Kạn", "Báo BK", "Nông Thị Vui", "Lê Trung Kiên", "Tổng Biên tập");
    }

    private void unit(String unit, String name, String shortName, String official, String head, String position) {
        organisation.saveUnit(new UnitView(unit, name, shortName, UnitKind.PARTY_BODY, true, true));
        person("canbo." + unit, official, "Chuyên viên", new Membership(unit, false));
        person("thutruong." + unit, head, position, new Membership(unit, true));
    }

    private void person(String user, String name, String position, Membership membership) {
        int given = name.lastIndexOf(' ');
        organisation.savePerson(new PersonData(user, name.substring(0, given), name.substring(given + 1), position, true, List.of(membership),
                List.of()));
        accounts.password(user, "trial");
    }

    /** Composed by a decision of January; the covenant drafted, signed by all and recorded. A second bloc will have nothing to show in July. */
    private void covenant() {
        String composition = officials.start("chuyenvien", "bloc-composition", Map.of("route", "OUTSIDE", "year", 2023));
        officials.complete("chuyenvien", composition, "userTask_recordComposition", Map.of("title", "Về việc thành lập các cụm, khối thi đua năm 2023",
                "blocs", List.of(bloc("co-quan-dang", BLOC, MEMBERS), bloc("kinh-te", "Khối thi đua các cơ quan kinh tế", List.of("stc", "skhdt", "sct"))),
                "issuer", "UBND tỉnh", "number", "31/QĐ-UBND", "issueDate", "2023-01-09", "signerName", "Nguyễn Văn Thành", "signerTitle", "Chủ tịch",
                "files", List.of(cases.file("chuyenvien"))));
        jobs.runDue();
        year = jdbc.sql("select code from bloc_year where composition_code = ? and bloc_code = 'co-quan-dang'").param(composition)
                .query(String.class).single();
        key = ReviewKey.of(year);
        code = year;
        String covenant = CovenantKey.of(year, 1);
        step("canbo." + HEAD, covenant, "draftCovenant", content());
        MEMBERS.forEach(unit -> step("canbo." + unit, covenant + "/" + unit, "commentCovenant", Map.of("agrees", true)));
        step("canbo." + HEAD, covenant, "reviseCovenant", content());
        MEMBERS.forEach(unit -> step("canbo." + unit, covenant + "/" + unit, "registerTargets", Map.of("staff", 40, "titles",
                List.of(Map.of("title", "LDTT", "count", 39)))));
        step("canbo." + HEAD, covenant, "holdConference", Map.of("date", "2023-01-09", "place", "Hội trường Ban Dân vận Tỉnh ủy", "minutes",
                "Các đơn vị thống nhất giao ước.", "agreed", true, "attendance", MEMBERS.stream().map(unit -> Map.of("unit", unit, "present", true,
                        "representative", "Thủ trưởng đơn vị", "position", "Thủ trưởng")).toList(), "points", List.of(), "votes", List.of(),
                "files", List.of()));
        String digest = covenants.get(covenant).digest();
        for (String unit : MEMBERS) {
            signing.proveIdentity(officials.actor("thutruong." + unit), covenant, unit, "trial", digest);
            step("thutruong." + unit, covenant + "/" + unit, "signCovenant", Map.of("decision", "SIGN", "ground", "HEAD", "digest", digest));
        }
        step("chuyenvien", covenant, "recordCovenant", Map.of("decision", "RECORD"));
    }

    private static Map<String, Object> bloc(String code, String name, List<String> units) {
        return Map.of("blocCode", code, "kind", "KHOI", "name", name, "members", units.stream().map(unit -> Map.of("unit", unit, "role",
                unit.equals(units.get(0)) ? "HEAD" : unit.equals(units.get(1)) ? "DEPUTY" : "MEMBER")).toList());
    }

    private void step(String user, String businessKey, String task, Map<String, Object> data) {
        officials.complete(user, businessKey, "userTask_" + task, data);
        jobs.runDue();
    }

    private static Map<String, Object> content() {
        return Map.of("plan", "Quý I ký giao ước; tháng 7 sơ kết; tháng 12 tổng kết.", "rules", "Trưởng khối, Phó Trưởng khối chủ trì hội nghị.",
                "commitments", List.of("Thực hiện tốt các phong trào thi đua do tỉnh phát động."), "targets", List.of(
                        target("t1", "LDTT", "Tỷ lệ cá nhân đạt danh hiệu \"Lao động tiên tiến\"", 95, "%", "STAFF"),
                        target("t2", "HO_SO_DUNG_HAN", "Tỷ lệ nhiệm vụ được giao hoàn thành đúng hạn", 98, "%", null),
                        target("t3", "MO_HINH", "Số mô hình, cách làm hay được nhân rộng", 2, "mô hình", null),
                        target("t4", "CONG_SO_VAN_HOA", "Cơ quan đạt danh hiệu \"Công sở văn hóa\"", null, null, null)));
    }

    private static Map<String, Object> target(String id, String measure, String name, Integer value, String unit, String base) {
        Map<String, Object> target = new HashMap<>(Map.of("id", id, "measure", measure, "name", name, "comparator", value == null ? "DONE" : "AT_LEAST",
                "direction", "UP", "rounding", base == null ? "NONE" : "UP", "scope", "EACH_MEMBER"));
        target.put("value", value);
        target.put("unit", unit);
        target.put("base", base);
        return target;
    }

    /** A drive of spring for which Báo Bắc Kạn reports three models: they are not asked for again. */
    private void campaign() {
        at("2023-03-01T08:00");
        String drive = cases.issuedOutside(Map.of("title", "Đợt thi đua hưởng ứng chương trình chuyển đổi số năm 2023", "from", "2023-03-06",
                "to", "2023-05-31", "finalReviewDate", "2023-06-09", "unitKinds", List.of("PARTY_BODY"), "excludedUnits",
                MEMBERS.stream().filter(unit -> !unit.equals(PAPER)).toList(), "targets",
                List.of(Map.of("name", MODELS, "unit", "mô hình", "target", 20, "direction", "UP"))));
        cases.answer(drive, PAPER, 0);
        at("2023-06-01T08:00");
        cases.complete("canbo." + PAPER, drive + "/KY1/" + PAPER, "writeReport", Map.of("noActivity", false, "summary", "Tòa soạn điện tử hoạt động ổn định.",
                "indicators", List.of(Map.of("indicator", MODELS, "value", 3)), "files", List.of()));
        cases.approve("thutruong." + PAPER, drive + "/KY1/" + PAPER, "approveReport");
    }

    // ---- members, Sở Nội vụ -----------------------------------------------------------------------------------------

    /** One in the browser, the others without; one after the date: the bloc goes on before it. */
    private void reports() {
        try (Official official = official("canbo." + PAPER).take("Lập báo cáo sơ kết")) {
            Locator figures = official.field("figures").locator(".gu-fixed-row");
            assertThat(figures.nth(2)).containsText("Đã báo cáo tại PT-2023-001/KY1");
            assertThat(figures.nth(2)).containsText("3 mô hình");
            figures.nth(1).locator("[data-field=value] input").fill("96,5");
            figures.nth(3).locator("[data-field=value] select").selectOption("1");
            official.fill("results", "Xuất bản báo in, báo điện tử đúng tiến độ; mở chuyên mục về gương điển hình tiên tiến.").attempt();
            assertThat(figures.nth(1).locator("[data-field=note] .gu-error")).containsText("Nêu nguyên nhân");
            figures.nth(1).locator("[data-field=note] input, [data-field=note] textarea").fill("Hai chuyên đề phải lùi ngày do chờ số liệu.");
            add(official, "models", "Thêm điển hình", Map.of("kind", "COLLECTIVE", "name", "Phòng Báo điện tử", "achievement",
                    "Đi đầu chuyển đổi số trong tòa soạn", "fromYear", "2021", "toYear", "2023"));
            official.guide("bao-cao-so-ket").complete();
        }
        jobs.runDue();
        try (Official head = official("thutruong." + PAPER).take("Thủ trưởng đơn vị duyệt báo cáo sơ kết")) {
            assertThat(head.page.locator(".gu-answer")).containsText("-1,5 điểm %");
            head.pick("decision", "Đồng ý").guide("duyet-bao-cao-so-ket").complete();
        }
        jobs.runDue();
        MEMBERS.stream().filter(unit -> !unit.equals(PAPER) && !unit.equals(LATE)).forEach(this::report);
        at("2023-06-26T17:01");
        assertThat(reviews.get(key).status()).as("the late one holds up nobody").isEqualTo(ReviewStatus.CONSOLIDATING);
        at("2023-06-28T09:00");
        report(LATE);
    }

    private void report(String unit) {
        Map<String, Object> data = new HashMap<>(Map.of("results", "Hoàn thành các nhiệm vụ chính trị được giao.", "figures", List.of(
                Map.of("targetId", "t2", "value", 99), Map.of("targetId", "t3", "value", 2), Map.of("targetId", "t4", "value", 1))));
        if (unit.equals("bantuyengiao")) {
            data.put("models", List.of(Map.of("kind", "INDIVIDUAL", "name", "Đàm Thị Nguyệt", "achievement",
                    "Sáng kiến trong tuyên truyền học tập và làm theo Bác", "fromYear", 2021, "toYear", 2023)));
        }
        step("canbo." + unit, ReviewKey.part(key, unit), "writeReview", data);
        step("thutruong." + unit, ReviewKey.part(key, unit), "approveReview", Map.of("decision", "APPROVE"));
    }

    /** The day after the Prime Minister's decision; the flag is of 2022. */
    private void award() throws IOException {
        at("2023-06-30T09:00");
        try (Official snv = official("chuyenvien")) {
            snv.page.navigate(address() + "/giaouoc/awards.html");
            inPage(snv, "unit").locator("select").selectOption(PAPER);
            inPage(snv, "title").locator("select").selectOption("CO_CP");
            inPage(snv, "awardYear").locator("input").fill("2022");
            inPage(snv, "decisionNumber").locator("input, textarea").fill("770/QĐ-TTg");
            inPage(snv, "decisionDate").locator("input").fill("29/06/2023");
            inPage(snv, "note").locator("input, textarea").fill("Hoàn thành xuất sắc, toàn diện nhiệm vụ công tác, dẫn đầu phong trào thi đua yêu nước năm 2022 của tỉnh.");
            inPage(snv, "files").locator("input[type=file]").setInputFiles(pdf("770-QD-TTg.pdf"));
            inPage(snv, "files").locator("li a").getByText("770-QD-TTg.pdf").waitFor();
            snv.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ghi nhận").setExact(true)).click();
            assertThat(snv.page.locator("#main")).containsText("Đã ghi nhận KN-");
            snv.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cờ thi đua của Chính phủ")).click();
            assertThat(snv.page.locator("#main")).containsText("Số 770/QĐ-TTg ngày 29/06/2023 của Thủ tướng Chính phủ");
            snv.guide("khen-thuong-ngoai-khoi");
        }
    }

    private static Locator inPage(Official person, String field) {
        return person.page.locator("[data-field='" + field + "']").last();
    }

    // ---- the head unit ----------------------------------------------------------------------------------------------

    private void consolidate() {
        try (Official head = official("canbo." + HEAD).take("Tổng hợp sơ kết")) {
            Locator form = head.page.locator("form.gu");
            assertThat(form).containsText("Báo cáo của thành viên: 8/8");
            assertThat(form.locator("tr").filter(new Locator.FilterOptions().setHasText("Ban Nội chính Tỉnh ủy")).first()).containsText("chậm 2 ngày");
            assertThat(form).containsText("770/QĐ-TTg ngày 29/06/2023 của Thủ tướng Chính phủ");
            assertThat(head.field("models").locator(".gu-row")).hasCount(2);
            head.guide("so-lieu-so-ket-khoi");
            head.fill("overview", "Các đơn vị trong khối nỗ lực, phấn đấu hoàn thành tốt các nhiệm vụ chính trị được giao, triển khai nghiêm túc các "
                            + "nhiệm vụ về công tác thi đua, khen thưởng.")
                    .fill("results", "Nhiều tập thể, cá nhân điển hình tiên tiến được nhân rộng, tuyên truyền và được Chủ tịch UBND tỉnh tặng Bằng khen "
                            + "nhân 75 năm Ngày truyền thống thi đua yêu nước (11/6/1948 - 11/6/2023).")
                    .fill("limitations", "Một đơn vị báo cáo chậm so với quy định.");
            for (String[] movement : MOVEMENTS) {
                add(head, "movements", "Thêm phong trào", Map.of("title", movement[0], "fromYear", movement[1], "toYear", movement[2], "results",
                        movement[3]));
            }
            head.guide("tong-hop-so-ket", head.field("movements")).complete();
        }
        jobs.runDue();
    }

    private void conference() {
        try (Official head = official("canbo." + HEAD).take("Hội nghị sơ kết")) {
            head.fill("date", "07/07/2023").fill("place", "Hội trường Ban Dân vận Tỉnh ủy");
            Locator attendance = head.field("attendance").locator(".gu-fixed-row");
            for (int i = 0; i < MEMBERS.size(); i++) {
                boolean chairs = MEMBERS.get(i).equals(HEAD);
                attendance.nth(i).locator("[data-field=present] input").check();
                attendance.nth(i).locator("[data-field=representative] textarea, [data-field=representative] input").fill(chairs ? "Hoàng Văn Thiên" : "Đại diện lãnh đạo");
                attendance.nth(i).locator("[data-field=position] textarea, [data-field=position] input").fill(chairs ? "Trưởng ban" : "Lãnh đạo đơn vị");
            }
            add(head, "points", "Thêm nội dung", Map.of("text", "Sơ kết công tác xây dựng điển hình tiên tiến giai đoạn 2021-2023", "conclusion",
                    "Tiếp tục nhân rộng theo lộ trình kế hoạch đề ra."));
            head.fill("minutes", "Lãnh đạo Ban Dân vận Tỉnh ủy và Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh chủ trì. Các đơn vị thảo luận, thống nhất.");
            add(head, "conclusions", "Thêm kết luận", decided(CONCLUSION, HEAD, "31/12/2023"));
            for (String[] task : TASKS) {
                add(head, "tasks", "Thêm nhiệm vụ", decided(task[0], task[1], task[2]));
            }
            head.guide("hoi-nghi-so-ket").guide("nhiem-vu-nua-cuoi-nam", head.field("conclusions")).complete();
        }
        jobs.runDue();
        assertThat(actions.of(year)).hasSize(6).allSatisfy(action -> assertThat(action.status()).isEqualTo(BlocActionStatus.OPEN));
        assertThat(actions.of(year)).filteredOn(action -> action.kind() == ActionKind.SECOND_HALF_TASK).hasSize(5);
    }

    private static Map<String, String> decided(String content, String owner, String due) {
        return Map.of("content", content, "ownerUnit", owner, "dueOn", due);
    }

    private void draft() {
        try (Official head = official("canbo." + HEAD).take("Hoàn thiện báo cáo sơ kết")) {
            assertThat(head.field("overview").locator("textarea")).hasValue(Pattern.compile("nhiệm vụ chính trị"));
            head.fill("number", "12/BC-BDV").fill("issueDate", "10/07/2023")
                    .fill("directions", "Tiếp tục đổi mới nội dung, hình thức tổ chức thi đua; phấn đấu hoàn thành xuất sắc nhiệm vụ năm 2023.");
            head.guide("hoan-thien-bao-cao-so-ket").complete();
        }
        jobs.runDue();
    }

    /** A wrong password first. */
    private void sign() {
        try (Official head = official("thutruong." + HEAD).take("Ký báo cáo sơ kết")) {
            head.pick("decision", "Ký báo cáo").pick("ground", "Thủ trưởng đơn vị").fill("password", "sai-mat-khau").attempt();
            assertThat(head.field("password").locator(".gu-error")).not().isEmpty();
            head.fill("password", "trial").guide("ky-bao-cao-so-ket").complete();
        }
        jobs.runDue();
        assertThat(reviews.get(key).signerName()).isEqualTo("Hoàng Văn Thiên");
    }

    /** A member fetches the report: everything the conference spoke of is in it. */
    private void printed() throws IOException {
        byte[] pdf = Http.session(port, "canbo." + PAPER).bytes("/api/v1/blocs/" + year + "/mid-term-review/papers/REPORT/PDF");
        Path papers = Files.createDirectories(Path.of("target", "papers"));
        Files.write(papers.resolve("bao-cao-so-ket-khoi.pdf"), pdf);
        Files.write(papers.resolve("bien-ban-so-ket-khoi.pdf"), Http.session(port, "canbo." + PAPER)
                .bytes("/api/v1/blocs/" + year + "/mid-term-review/papers/MINUTES/PDF"));
        List<String> expected = new ArrayList<>(List.of("KHỐI THI ĐUA CÁC CƠ QUAN ĐẢNG TỈNH BẮC KẠN", "Số: 12/BC-BDV", "8/8 đơn vị thành viên đã báo cáo",
                "Chậm 2 ngày", "Cờ thi đua của Chính phủ", "770/QĐ-TTg ngày 29/06/2023 của Thủ tướng Chính phủ", "1,5", "Phòng Báo điện tử",
                "2021–2023", CONCLUSION, "Hoàng Văn Thiên"));
        for (String[] movement : MOVEMENTS) {
            expected.add(movement[0] + (movement[1].isEmpty() ? "" : movement[1] + "–" + movement[2]));
        }
        for (String[] task : TASKS) {
            expected.add(task[0]);
        }
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(dense(new PDFTextStripper().getText(document))).contains(expected.stream().map(BacKanReviewStoryIT::dense).toList());
        }
    }

    private static String dense(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }

    // ---- afterwards -------------------------------------------------------------------------------------------------

    private void receive() {
        try (Official snv = official("chuyenvien").take("Tiếp nhận báo cáo sơ kết")) {
            assertThat(snv.page.locator("form.gu")).containsText("12/BC-BDV");
            snv.pick("decision", "Tiếp nhận").guide("tiep-nhan-bao-cao-so-ket").complete();
        }
        jobs.runDue();
        assertThat(reviews.get(key).status()).isEqualTo(ReviewStatus.RECEIVED);
    }

    /** The province's report has opened by itself; the other bloc has nothing to show and holds nothing up. */
    private void province() {
        code = "SK-2023-01";
        try (Official snv = official("chuyenvien").take("Tổng hợp báo cáo sơ kết toàn tỉnh")) {
            Locator form = snv.page.locator("form.gu");
            assertThat(form).containsText("1 / 2 cụm, khối");
            assertThat(form.locator("tr").filter(new Locator.FilterOptions().setHasText(BLOC)).first()).containsText("8 / 8");
            assertThat(form).containsText("Báo Bắc Kạn: Cờ thi đua của Chính phủ năm 2022");
            snv.guide("bao-cao-so-ket-toan-tinh");
        }
        code = year;
    }

    private void action() throws IOException {
        try (Official owner = official("canbo." + DEPUTY).take("Thực hiện, báo cáo kết quả")) {
            assertThat(owner.page.locator("form.gu")).containsText("giao lưu văn nghệ, thể thao");
            owner.pick("outcome", "Đã hoàn thành").fill("text", "Đã tổ chức giao lưu bóng chuyền hơi, văn nghệ của khối ngày 15/9/2023; 8/8 đơn vị tham gia.")
                    .attach(pdf("ket-qua-giao-luu.pdf")).guide("bao-cao-viec-cua-khoi").complete();
        }
        jobs.runDue();
        try (Official head = official("canbo." + HEAD).take("Xác nhận kết quả")) {
            head.pick("decision", "Xác nhận kết quả").guide("xac-nhan-viec-cua-khoi").complete();
            jobs.runDue();
            head.page.navigate(address() + "/giaouoc/bloc-work.html");
            assertThat(head.page.locator("#main")).containsText("6 việc, 1 đã hoàn thành, 1 quá hạn.");
            assertThat(head.page.locator("#main")).containsText("Lập đề nghị");
            head.guide("viec-cua-khoi");
        }
        assertThat(actions.of(year)).filteredOn(action -> action.status() == BlocActionStatus.DONE).extracting(BlocActionView::content)
                .containsExactly(GAMES);
    }

    /** Adds a row to a list of the form and fills it. */
    private static void add(Official official, String list, String button, Map<String, String> values) {
        Locator rows = official.field(list).locator(".gu-row");
        int before = rows.count();
        official.field(list).getByText(button).click();
        Locator row = rows.nth(before);
        values.forEach((name, value) -> {
            Locator field = row.locator("[data-field='" + name + "']");
            if (field.locator("select").count() > 0) {
                field.locator("select").selectOption(value);
            } else {
                field.locator("input, textarea").first().fill(value);
            }
        });
    }
}
