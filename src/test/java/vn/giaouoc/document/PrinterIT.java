package vn.giaouoc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vn.giaouoc.document.PdfFacts.MM;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.test.Docx;
import vn.giaouoc.test.IntegrationTest;

class PrinterIT extends IntegrationTest {

    private static final Actor ADMIN = new Actor("admin", java.util.Set.of("camunda-admin"));
    private static final String SENTENCE = "Các cơ quan, đơn vị tổ chức phong trào thi đua thiết thực, gắn với nhiệm vụ chính trị, phát triển "
            + "kinh tế - xã hội, bảo đảm quốc phòng, an ninh; kịp thời phát hiện, bồi dưỡng và nhân rộng điển hình tiên tiến. ";
    /** What people could type to break out of a text. */
    private static final String HOSTILE = "< & > \" ' { }} {{x}} {{title}} {{?sections}} {{=#this}} {{@http://127.0.0.1/x.png}} {{#table}} "
            + "<b>đậm</b> ]]> &amp; ${7*7} #{7*7} <script>alert(1)</script>";

    @Autowired
    Printer printer;
    @Autowired
    PaperTemplates templates;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void onlyTheProductsOwnTemplates() {
        jdbc.sql("delete from paper_template where version > 1").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KH", "DC", "TH", "QD", "BC", "TTR"})
    void docxAndPdfSayTheSame(String template) {
        Printed printed = printer.print(template, paper(List.of(new Section("Điều 1.", List.of(SENTENCE, "Đoạn hai."), table(3)))));
        assertThat(printed.template()).isEqualTo(template);
        assertThat(printed.templateVersion()).isEqualTo(1);
        String docx = Docx.text(printed.docx());
        assertThat(dense(new PdfFacts(printed.pdf()).text())).isEqualTo(dense(docx));
        assertThat(docx).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 05/KH-UBND",
                "Bắc Kạn, ngày 05 tháng 02 năm 2024", "Tổ chức đợt thi đua", "Căn cứ thứ nhất;\nCăn cứ thứ hai.", "Đoạn hai.",
                "Công trình 3", "Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn Thành")
                .doesNotContain("{{");
        assertThat(Normalizer.isNormalized(new PdfFacts(printed.pdf()).text(), Normalizer.Form.NFC)).isTrue();
    }

    /** NĐ 30/2020/NĐ-CP, Phụ lục I. */
    @Test
    void theLayoutIsThatOfTheDecree() {
        PdfFacts pdf = new PdfFacts(printer.print("KH", longPaper()).pdf());
        assertThat(pdf.sizes).hasSizeGreaterThan(2).allSatisfy(size -> {
            assertThat(size.getWidth()).isCloseTo(210 * MM, within(0.5f));
            assertThat(size.getHeight()).isCloseTo(297 * MM, within(0.5f));
        });
        assertThat(pdf.left).isCloseTo(30 * MM, within(2f));
        assertThat(pdf.right).isLessThan((210 - 15) * MM + 1);
        assertThat(dense(pdf.heads.get(0))).as("no number on the first page").isEmpty();
        assertThat(pdf.heads.subList(1, pdf.heads.size())).containsExactlyElementsOf(
                IntStream.rangeClosed(2, pdf.heads.size()).mapToObj(String::valueOf).toList());
        assertThat(pdf.fonts).containsExactlyInAnyOrder("LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic",
                "LiberationSerif-BoldItalic");
        assertThat(pdf.allEmbedded).isTrue();
        assertThat(pdf.version).isGreaterThanOrEqualTo(1.4f);
    }

    @Test
    void aTableOverSeveralPagesRepeatsItsHeadAndLosesNoRow() {
        PdfFacts pdf = new PdfFacts(printer.print("KH", longPaper()).pdf());
        List<String> withRows = pdf.bodies.stream().filter(page -> page.contains("Công trình ")).toList();
        assertThat(withRows).hasSizeGreaterThan(1).allSatisfy(page -> assertThat(page).contains("Tên công trình"));
        String text = dense(pdf.text());
        IntStream.rangeClosed(1, 40).forEach(row -> assertThat(text).contains("Côngtrình" + row + "Sở"));
    }

    @Test
    void whatPeopleTypeIsPrintedLiterally() {
        PaperContent paper = new PaperContent(HOSTILE, HOSTILE, HOSTILE, null, HOSTILE, LocalDate.of(2024, 12, 31), 2024, HOSTILE, HOSTILE,
                HOSTILE, List.of(HOSTILE), HOSTILE, List.of(new Section(HOSTILE, List.of(HOSTILE, HOSTILE),
                        new Table(List.of(HOSTILE), List.of(List.of(HOSTILE)), null, null))), HOSTILE, List.of(HOSTILE), List.of(HOSTILE), HOSTILE);
        for (String template : List.of("KH", "TH")) {
            Printed printed = printer.print(template, paper);
            String docx = dense(Docx.text(printed.docx()));
            assertThat(docx.split(java.util.regex.Pattern.quote(dense(HOSTILE)), -1)).as(template).hasSizeGreaterThan(15);
            assertThat(dense(new PdfFacts(printed.pdf()).text())).isEqualTo(docx);
        }
    }

    @Test
    void longWordsStayWithinTheMarginsAndWhatCannotBePrintedIsLeftOut() {
        String word = "ạ".repeat(400);
        Printed printed = printer.print("BC", paper(List.of(new Section("I.", List.of(word, "a\u0000\u0008\uFFFE\ud800b", "Tie\u0302\u0301ng"),
                new Table(List.of("TT", "Tên"), List.of(List.of("1", word)), List.of(0), List.of(10, 90))))));
        PdfFacts pdf = new PdfFacts(printed.pdf());
        assertThat(pdf.right).isLessThan((210 - 15) * MM + 1);
        assertThat(dense(pdf.text())).contains(word, "ab", "Tiếng").isEqualTo(dense(Docx.text(printed.docx())));
    }

    @Test
    void whatIsEmptyLeavesNoHeadingBehind() {
        PaperContent bare = new PaperContent(null, "UBND", null, "KH-UBND", "Bắc Kạn", null, 2024, "KẾ HOẠCH", "Trích yếu", null, null, " ",
                List.of(new Section("I. TRỐNG", List.of(), null), new Section("II. BẢNG TRỐNG", List.of(" "), new Table(List.of("TT"), List.of(), null, null)),
                        new Section("III. CHƯƠNG", null, null), new Section("1. Mục", List.of("Đoạn."), null)),
                null, List.of(), List.of(), "Nguyễn Văn Thành");
        Printed printed = printer.print("KH", bare);
        assertThat(dense(Docx.text(printed.docx()))).isEqualTo(dense(new PdfFacts(printed.pdf()).text())).isEqualTo(dense("UBND"
                + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: /KH-UBND Bắc Kạn, ngày tháng năm 2024 KẾ HOẠCH Trích yếu"
                + "III. CHƯƠNG 1. Mục Đoạn. Nguyễn Văn Thành"));
        assertThat(Docx.text(printed.docx())).contains("Số:       /KH-UBND", "ngày     tháng     năm 2024");
    }

    @ParameterizedTest
    @CsvSource({"2024-02-05, ngày 05 tháng 02 năm 2024", "2024-03-12, ngày 12 tháng 3 năm 2024", "2024-10-09, ngày 09 tháng 10 năm 2024"})
    void datesAreWrittenAsTheDecreeWantsThem(LocalDate date, String written) {
        assertThat(PaperTags.date(date, 2024)).isEqualTo(written);
    }

    @Test
    void whatTheOfficeEditsInWordShowsInBothAndOldPapersPrintAsTheyWere() {
        PaperContent paper = paper(List.of(new Section("I.", List.of(SENTENCE), null)));
        Printed before = printer.print("BC", paper);
        byte[] edited = Docx.edit(templates.content("BC", 1), Docx.MAIN, xml -> xml.replace("Nơi nhận:", "Nơi gửi đến:")
                .replace("w:left=\"1701\"", "w:left=\"1418\""));
        assertThat(templates.add(ADMIN, "BC", "Sửa nơi nhận", edited)).isEqualTo(2);
        Printed after = printer.print("BC", paper);
        assertThat(after.templateVersion()).isEqualTo(2);
        assertThat(Docx.text(after.docx())).contains("Nơi gửi đến:").doesNotContain("Nơi nhận:");
        assertThat(new PdfFacts(after.pdf()).text()).contains("Nơi gửi đến:").doesNotContain("Nơi nhận:");
        assertThat(new PdfFacts(after.pdf()).left).isCloseTo(25 * MM, within(2f));
        Printed again = printer.print("BC", 1, paper);
        assertThat(again.templateVersion()).isEqualTo(1);
        assertThat(Docx.xml(again.docx(), Docx.MAIN)).isEqualTo(Docx.xml(before.docx(), Docx.MAIN));
        assertThat(new PdfFacts(again.pdf()).text()).isEqualTo(new PdfFacts(before.pdf()).text());
        assertThatThrownBy(() -> printer.print("BC", 3, paper)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> printer.print("XX", paper)).isInstanceOf(NotFound.class);
    }

    private static String dense(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    private static PaperContent longPaper() {
        return paper(List.of(new Section("I. MỤC ĐÍCH", Collections.nCopies(6, SENTENCE.repeat(3)), null),
                new Section("II. DANH MỤC", List.of("Danh mục:"), table(40)), new Section("III. THỰC HIỆN", List.of(SENTENCE), null)));
    }

    private static Table table(int rows) {
        return new Table(List.of("TT", "Tên công trình", "Đơn vị", "Số lượng"), IntStream.rangeClosed(1, rows).mapToObj(row ->
                List.of(String.valueOf(row), "Công trình " + row, "Sở Giáo dục và Đào tạo", "1.234,5")).toList(), List.of(3), List.of(8, 42, 35, 15));
    }

    private static PaperContent paper(List<Section> sections) {
        return new PaperContent("CƠ QUAN CHỦ QUẢN", "ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN", "05/KH-UBND", "KH-UBND", "Bắc Kạn", LocalDate.of(2024, 2, 5),
                2024, "KẾ HOẠCH", "Tổ chức đợt thi đua cao điểm chào mừng các ngày lễ lớn", null, List.of("Căn cứ thứ nhất;", "Căn cứ thứ hai"),
                "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", sections, "Yêu cầu các cơ quan, đơn vị thực hiện./.",
                List.of("Như trên", "Lưu: VT."), List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn Thành");
    }
}
