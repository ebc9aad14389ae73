package vn.giaouoc.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.giaouoc.covenant.Ground;
import vn.giaouoc.covenant.SignerGround;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PaperContent.Verification;
import vn.giaouoc.document.TestPress;
import vn.giaouoc.review.SealedReport.Decided;
import vn.giaouoc.review.SealedReport.Inspected;
import vn.giaouoc.review.SealedReport.Member;
import vn.giaouoc.review.SealedReport.Shortfall;

/** What the bloc's report says and how it ends (NĐ 30/2020/NĐ-CP, Phụ lục I and III). */
class ReviewReportPaperTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant SIGNED = Instant.parse("2023-07-10T02:15:00Z");
    private static final String REST = "6 tháng cuối năm 2023";
    private static final LocalDate MEETING = LocalDate.of(2023, 7, 7);
    private static final String ADDRESS = "https://giaouoc.example/xac-minh/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Test
    void itTellsWhoWasLateWhatFellShortAndWhomItGoesTo() {
        String text = TestPress.text("bao-cao-so-ket", "SK", paper(3, true));
        assertThat(text).contains("Kính gửi: Sở Nội vụ", "Số: 12/BC-BDV", "2/3 đơn vị thành viên đã báo cáo", "Chậm 3 ngày", "Chậm trong ngày",
                "Chưa báo cáo", "Nơi nhận:\n- Như trên;\n- Các đơn vị thành viên;\n- Lưu: VT.");
        assertThat(text).contains("TM. KHỐI THI ĐUA\nTRƯỞNG KHỐI\nBAN DÂN VẬN TỈNH ỦY\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nĐã xác nhận điện tử lúc 09:15 ngày 10/07/2023\n"
                + "Nguyễn Thị B");
        assertThat(text).as("a rating by its name, a target that is reached or not in words").contains("Hoàn thành nhiệm vụ", "-1 mức", "Chưa đạt");
        assertThat(text).as("points, not percent").contains("93,5 %", "-1,5 điểm %").doesNotContain("-1,5 %");
        assertThat(text).as("what it looks back on, and what is to come").contains("thực hiện giao ước thi đua 6 tháng đầu năm 2023",
                "PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2023", "Đơn vị báo cáo").doesNotContain("Số liệu");
        assertThat(text).as("findings nobody answered").contains("Chưa có ý kiến");
    }

    @Test
    void whatWasSealedBeforeLatenessOfADayWasToldIsPrintedAsItWas() {
        Member before = new Member("a", "Đơn vị A", true, SIGNED, null, 0, 1, 0, List.of());
        assertThat(TestPress.text("bao-cao-so-ket-cu", "SK", new ReviewReportText(sealed(List.of(before), 1, true), "Bắc Kạn", MEETING, 2023, REST, ZONE,
                verification()).paper())).contains("Đúng hạn");
    }

    /** The signature never stands without the last lines of the text, nor the code for checking without the signature. */
    @Test
    void theEndStaysTogetherHoweverLongTheReportIs() throws IOException {
        for (int tasks = 1; tasks <= 24; tasks++) {
            List<String> pages = pages(TestPress.print("SK", paper(tasks, true)).pdf());
            assertThat(pages.get(pages.size() - 1)).as("%s tasks", tasks).contains("Trên đây là báo cáo sơ kết", "Nơi nhận:", "Lưu: VT.",
                    "TRƯỞNG KHỐI", "Nguyễn Thị B", "xac-minh");
        }
    }

    @Test
    void beforeItIsSignedThereIsRoomForAName() {
        assertThat(TestPress.text("bao-cao-so-ket-chua-ky", "SK", paper(2, false))).contains("Nơi nhận:", "TRƯỞNG KHỐI")
                .doesNotContain("xác nhận điện tử", "xac-minh", "Nguyễn Thị B");
    }

    private static PaperContent paper(int tasks, boolean signed) {
        List<Member> members = new ArrayList<>(List.of(
                new Member("bdv", "Ban Dân vận Tỉnh ủy", true, SIGNED, true, 0, 3, 1, List.of(
                        new Shortfall("Xếp loại đơn vị", "≥ Hoàn thành tốt nhiệm vụ", BigDecimal.valueOf(2), "Hoàn thành nhiệm vụ", BigDecimal.ONE.negate(), "", "Chờ đánh giá."),
                        new Shortfall("Lao động tiên tiến", "≥ 95 %", new BigDecimal("93.5"), null, new BigDecimal("-1.5"), "%", "Chờ bình xét."),
                        new Shortfall("Cơ quan văn hóa", "", null, null, null, "", "Đang xây dựng."))),
                new Member("bnc", "Ban Nội chính Tỉnh ủy", true, SIGNED, true, 3, 4, 0, List.of()),
                new Member("bao", "Báo Bắc Kạn", false, null, false, 0, 0, 0, List.of())));
        return new ReviewReportText(sealed(members, tasks, signed), "Bắc Kạn", signed ? LocalDate.of(2023, 7, 10) : null, 2023, REST, ZONE,
                signed ? verification() : null).paper();
    }

    private static ReviewRows.Sealed sealed(List<Member> members, int tasks, boolean signed) {
        BlocReport words = new BlocReport("12/BC-BDV", null, "Khối hoàn thành tốt nhiệm vụ.", "Nhiều mô hình dân vận khéo.", null,
                "Phát động thi đua theo đợt, chuyên đề.", null);
        List<Decided> decided = IntStream.rangeClosed(1, tasks).mapToObj(i -> new Decided("Tổ chức hoạt động văn nghệ, thể thao số " + i,
                "Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh", LocalDate.of(2023, 10, 1))).toList();
        SealedReport report = new SealedReport("KT-2023-001/SK1", 1, "Khối thi đua các cơ quan Đảng tỉnh", "khối", "6 tháng đầu năm 2023", "bdv",
                "Ban Dân vận Tỉnh ủy", words, members, List.of(new MeasureFigure("LDTT", "Lao động tiên tiến", "%", false, 2, null,
                new BigDecimal("94.5"), 1, 1)), List.of(new Movement("Thực hiện văn hóa công sở", 2019, 2025, "Tốt.")), List.of(), List.of(), decided,
                List.of(new AwardLine("Báo Bắc Kạn", "Cờ thi đua của Chính phủ", 2022, "770/QĐ-TTg", LocalDate.of(2023, 6, 29), "Thủ tướng Chính phủ")),
                List.of(new Inspected("Báo Bắc Kạn", "Ban Nội chính Tỉnh ủy", MEETING, "Đúng số liệu.", null, null)), MEETING);
        return signed ? new ReviewRows.Sealed(1, report, "9f86", "canbo", "thutruong", "Nguyễn Thị B", "bdv", "KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN",
                new SignerGround(Ground.KT, null, null, null, null), SIGNED, 1L)
                : new ReviewRows.Sealed(1, report, "9f86", "canbo", null, null, null, null, null, null, null);
    }

    private static Verification verification() {
        var image = new BufferedImage(41, 41, BufferedImage.TYPE_BYTE_BINARY);
        IntStream.range(0, 41 * 41).filter(i -> i * 7919 % 13 < 6).forEach(i -> image.setRGB(i % 41, i / 41, 0xffffff));
        try (var png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", png);
            return new Verification(png.toByteArray(), ADDRESS, "9f86 d081 884c 7d65");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String[] pages = new String[document.getNumberOfPages()];
            for (int i = 0; i < pages.length; i++) {
                var reader = new PDFTextStripper();
                reader.setStartPage(i + 1);
                reader.setEndPage(i + 1);
                pages[i] = reader.getText(document);
            }
            return Arrays.asList(pages);
        }
    }
}
