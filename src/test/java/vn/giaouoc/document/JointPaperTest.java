package vn.giaouoc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vn.giaouoc.document.PdfFacts.MM;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import vn.giaouoc.document.PaperContent.Joint;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Signature;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.document.PaperContent.Verification;
import vn.giaouoc.test.Docx;

/** Papers that several sign: places of signatures, the code for checking, room for what is missing. */
class JointPaperTest {

    private static final String ADDRESS = "https://giaouoc.example/xac-minh/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String HOSTILE = "< & > \" ' {{x}} {{signer}} {{#signatures}} {{?verification}} {{@http://127.0.0.1/x.png}} <img src=\"file:///etc/hostname\"/> "
            + "]]> &amp; ${7*7} Ω ж 漢 ﷽ \u202e";

    @ParameterizedTest
    @ValueSource(strings = {"GU", "DK", "BB"})
    void docxAndPdfSayTheSame(String template) throws TemplateFault {
        Printed printed = press(template, paper(12));
        String docx = Docx.text(printed.docx());
        assertThat(dense(new PdfFacts(printed.pdf()).text())).isEqualTo(dense(docx));
        assertThat(docx).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KHỐI THI ĐUA", "Điều chỉnh lần 1", "Điều thứ nhất", "Dòng 2").doesNotContain("{{");
        assertThat(docx).contains(template.equals("BB") ? "Số:       /BB" : "Bắc Ninh, ngày 22 tháng 3 năm 2024");
    }

    @Test
    void eachSignatureHasItsPlaceAndNoneIsAPicture() throws TemplateFault, IOException {
        Printed printed = press("GU", paper(13));
        String docx = Docx.text(printed.docx());
        assertThat(docx).contains("ĐƠN VỊ CÓ TÊN DÀI SỐ 1\n", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Xác nhận điện tử trên hệ thống\nlúc 09:15 ngày 22/03/2024",
                "Ký trên giấy, đã xác nhận", "(chưa ký)", "Người Ký 13");
        assertThat(docx.split("ĐƠN VỊ CÓ TÊN DÀI SỐ", -1)).hasSize(14);
        assertThat(docx).as("who has not signed is not named").doesNotContain("Người Ký 3\n");
        assertThat(pictures(printed.pdf())).as("the QR code is the only picture").hasSize(1);
        assertThat(Docx.xml(printed.docx(), Docx.MAIN).split("<w:drawing>", -1)).hasSize(2);
        assertThat(docx).contains(ADDRESS, "9f86 d081 884c 7d65");
    }

    @Test
    void theQrCodeIsPrintedDotByDotAndLargeEnough() throws TemplateFault, IOException {
        PDImageXObject qr = pictures(press("GU", paper(8)).pdf()).get(0);
        BufferedImage image = qr.getImage();
        BufferedImage drawn = ImageIO.read(new java.io.ByteArrayInputStream(qr()));
        assertThat(image.getWidth()).isEqualTo(drawn.getWidth());
        for (int x = 0; x < drawn.getWidth(); x++) {
            for (int y = 0; y < drawn.getHeight(); y++) {
                assertThat(image.getRGB(x, y) & 0xffffff).isEqualTo(drawn.getRGB(x, y) & 0xffffff);
            }
        }
    }

    /** NĐ 30/2020/NĐ-CP, Phụ lục I. */
    @ParameterizedTest
    @CsvSource({"GU, 210, 297", "BB, 210, 297", "DK, 297, 210"})
    void theLayoutIsThatOfTheDecree(String template, float width, float height) throws TemplateFault {
        PdfFacts pdf = new PdfFacts(press(template, paper(40)).pdf());
        assertThat(pdf.sizes).allSatisfy(size -> {
            assertThat(size.getWidth()).isCloseTo(width * MM, within(0.5f));
            assertThat(size.getHeight()).isCloseTo(height * MM, within(0.5f));
        });
        assertThat(pdf.left).isCloseTo(30 * MM, within(2f));
        assertThat(pdf.right).isLessThan((width - 15) * MM + 1);
        assertThat(dense(pdf.heads.get(0))).isEmpty();
        assertThat(pdf.heads.subList(1, pdf.heads.size())).containsExactlyElementsOf(
                IntStream.rangeClosed(2, pdf.heads.size()).mapToObj(String::valueOf).toList());
        assertThat(pdf.allEmbedded).isTrue();
    }

    @Test
    void aPlaceOfASignatureIsNeverBrokenOverTwoPagesAndTheCodeNeverStandsAlone() throws TemplateFault {
        for (int members = 2; members <= 17; members++) {
            PdfFacts pdf = new PdfFacts(press("GU", paper(members)).pdf());
            for (int i = 1; i <= members; i++) {
                String unit = "DÀI SỐ " + i + "\n";
                String name = i % 3 == 0 ? "(chưa ký)" : "Người Ký " + i;
                assertThat(pdf.bodies.stream().filter(page -> (page + "\n").contains(unit))).as("%s of %s", i, members).singleElement().satisfies(page ->
                        assertThat(page).contains(name));
            }
            assertThat(pdf.bodies.get(pdf.bodies.size() - 1)).as("%s", members).contains("DÀI SỐ", "xac-minh");
        }
    }

    @Test
    void whatPeopleTypeIsPrintedLiterally() throws TemplateFault {
        String word = "ạ".repeat(300);
        List<Signature> signatures = List.of(new Signature(HOSTILE, List.of(HOSTILE), true, HOSTILE, HOSTILE),
                new Signature(word, List.of(word), false, word, word), new Signature(null, null, false, null, null));
        PaperContent paper = new PaperContent(null, HOSTILE, null, "BB", HOSTILE, LocalDate.of(2024, 12, 31), 2024, HOSTILE, HOSTILE, null, List.of(HOSTILE),
                HOSTILE, List.of(new Section(HOSTILE, List.of(HOSTILE), null)), HOSTILE, List.of(), List.of(), null,
                new Joint(HOSTILE, signatures, new Verification(qr(), HOSTILE, HOSTILE)));
        for (String template : List.of("GU", "BB")) {
            Printed printed = press(template, paper);
            PdfFacts pdf = new PdfFacts(printed.pdf());
            String docx = Docx.text(printed.docx());
            assertThat(docx).contains("{{#signatures}}", "{{@http://127.0.0.1/x.png}}", word.toUpperCase(java.util.Locale.ROOT));
            assertThat(pdf.right).isLessThan((210 - 15) * MM + 1);
            assertThat(dense(pdf.text()).length()).isCloseTo(dense(docx).length(), within(dense(docx).length() / 10));
        }
    }

    @Test
    void withoutSignaturesOrCodeNothingIsLeftBehind() throws TemplateFault {
        PaperContent bare = new PaperContent(null, "KHỐI", null, "BB", "Bắc Ninh", null, 2024, "BẢN GIAO ƯỚC", "Khối", null, null, null, List.of(), null, null, null, null);
        Printed printed = press("GU", bare);
        assertThat(dense(Docx.text(printed.docx()))).isEqualTo(dense(new PdfFacts(printed.pdf()).text()))
                .isEqualTo(dense("KHỐI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Bắc Ninh, ngày tháng năm 2024 BẢN GIAO ƯỚC Khối"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GU|{{#signatures}}|Mẫu thiếu chỗ điền {{#signatures}}",
        "GU|{{#qr}}|Mẫu thiếu chỗ điền {{#qr}}",
        "GU|{{address}}|Mẫu thiếu chỗ điền {{address}}",
        "GU|{{digest}}|Mẫu thiếu chỗ điền {{digest}}",
        "GU|{{date}}|Mẫu thiếu chỗ điền {{date}}",
        "DK|{{signer}}|Mẫu thiếu chỗ điền {{signer}}",
        "DK|{{#table}}|Mẫu thiếu chỗ điền {{#table}}",
        "BB|{{number}}|Mẫu thiếu chỗ điền {{number}}",
        "BB|{{#signatures}}|Mẫu thiếu chỗ điền {{#signatures}}"})
    void aTemplateWithoutRoomForWhatMattersIsRefused(String template, String place, String says) {
        refused(template, xml -> xml.replace(place, "..."), says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{{#signatures}}|{{signatures}}|Không có chỗ điền",
        "{{#signatures}}|{{?signatures}}{{/signatures}}|Không có chỗ điền",
        "{{#signatures}}|{{#qr}}|Không có chỗ điền",
        "{{#qr}}|{{@qr}}|viết sai",
        "{{#qr}}|{{?qr}}{{=address}}{{/qr}}|Không có chỗ điền"})
    void placesTheProgramDrawsAreWrittenInOneWay(String place, String instead, String says) {
        refused("GU", xml -> xml.replace(place, instead), says);
    }

    @Test
    void aTemplateItselfHasNoPictures() {
        refused("GU", xml -> xml.replace("<w:t xml:space=\"preserve\">{{#qr}}</w:t>", "<w:t>{{#qr}}</w:t><w:drawing/>"), "hình vẽ");
    }

    @Test
    void theOfficeChangesHowSignaturesLook() throws TemplateFault {
        byte[] smaller = Docx.edit(own("GU"), "word/styles.xml", xml -> xml.replace("w:val=\"VB Ô ký - họ tên\"/>", "w:val=\"VB Ô ký - họ tên\"/><w:hidden/>")
                .replaceAll("(styleId=\"PaperSignName\".*?<w:sz w:val=\")28", "$120"));
        assertThat(DocxXhtml.of(Printer.press("GU", 2, smaller, paper(2)).docx(), "")).contains("font-size:10.00pt;font-weight:bold");
        assertThat(DocxXhtml.of(press("GU", paper(2)).docx(), "")).doesNotContain("font-size:10.00pt;font-weight:bold");
    }

    private static void refused(String template, UnaryOperator<String> change, String says) {
        assertThatThrownBy(() -> TemplateTrial.pdf(Docx.edit(own(template), Docx.MAIN, change), PaperForm.of(template)))
                .isInstanceOf(TemplateFault.class).hasMessageContaining(says);
    }

    private static Printed press(String template, PaperContent paper) throws TemplateFault {
        return Printer.press(template, 1, own(template), paper);
    }

    private static byte[] own(String template) {
        try {
            return new ClassPathResource("paper-templates/" + template + ".docx").getContentAsByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<PDImageXObject> pictures(byte[] pdf) throws IOException {
        var found = new java.util.ArrayList<PDImageXObject>();
        PDDocument document = Loader.loadPDF(pdf);
        for (PDPage page : document.getPages()) {
            for (var name : page.getResources().getXObjectNames()) {
                if (page.getResources().getXObject(name) instanceof PDImageXObject picture) {
                    found.add(picture);
                }
            }
        }
        return found;
    }

    private static byte[] qr() {
        var image = new BufferedImage(41, 41, BufferedImage.TYPE_BYTE_BINARY);
        IntStream.range(0, 41 * 41).filter(i -> i * 7919 % 13 < 6).forEach(i -> image.setRGB(i % 41, i / 41, 0xffffff));
        try (var png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PaperContent paper(int members) {
        List<Signature> signatures = IntStream.rangeClosed(1, members).mapToObj(i -> switch (i % 3) {
            case 0 -> new Signature("Đơn vị có tên dài số " + i, List.of("GIÁM ĐỐC"), false, "(chưa ký)", null);
            case 1 -> new Signature("Đơn vị có tên dài số " + i, List.of("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), true,
                    "Xác nhận điện tử trên hệ thống\nlúc 09:15 ngày 22/03/2024", "Người Ký " + i);
            default -> new Signature("Đơn vị có tên dài số " + i, List.of("THỦ TRƯỞNG"), true, "Ký trên giấy, đã xác nhận", "Người Ký " + i);
        }).toList();
        return new PaperContent(null, "KHỐI THI ĐUA", null, "BB", "Bắc Ninh", LocalDate.of(2024, 3, 22), 2024, "BẢN GIAO ƯỚC THI ĐUA NĂM 2024",
                "Khối thi đua các cơ quan tham mưu, tổng hợp", null, List.of("Căn cứ thứ nhất"), "Các đơn vị thành viên thống nhất ký giao ước thi đua, ".repeat(5),
                List.of(new Section("I. NỘI DUNG", List.of("Điều thứ nhất.", "Điều thứ hai."),
                        new Table(List.of("TT", "Chỉ tiêu"), List.of(List.of("1", "Dòng 1"), List.of("2", "Dòng 2")), List.of(0), List.of(10, 90)))),
                "Các đơn vị nghiêm túc thực hiện./.", List.of("Sở Nội vụ", "Lưu: VT."), List.of("TRƯỞNG KHỐI"), "Người Ký 1",
                new Joint("Điều chỉnh lần 1", signatures, new Verification(qr(), ADDRESS, "9f86 d081 884c 7d65")));
    }

    private static String dense(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }
}
