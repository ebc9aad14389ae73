package vn.giaouoc.covenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.giaouoc.document.TestPress;

/** What the papers of a covenant say; DOCX and PDF must say the same (looked at in target/papers). */
class CovenantPaperTextTest {

    private static final String HOSTILE = "< & > \" ' {{x}} {{#signatures}} {{?sections}} {{@http://127.0.0.1/x.png}} <script>alert(1)</script> ]]> &amp; ${7*7}";

    @Test
    void theCovenantOfEightMembers() {
        String text = covenant("giao-uoc-8", new PaperSamples(8));
        assertThat(text).contains("KHỐI THI ĐUA CÁC CƠ QUAN THAM MƯU, TỔNG HỢP", "Bắc Ninh, ngày 22 tháng 3 năm 2024", "BẢN GIAO ƯỚC THI ĐUA NĂM 2024\nKhối thi đua các cơ quan",
                "Căn cứ Quyết định số 105/QĐ-UBND ngày 05/02/2024 của UBND tỉnh về việc kiện toàn các cụm, khối thi đua của tỉnh năm 2024;",
                "Căn cứ kết quả hội nghị của khối ngày 22/03/2024.", "I. NỘI DUNG GIAO ƯỚC\n1. Tham mưu", "II. CHỈ TIÊU THI ĐUA",
                "III. CHỈ TIÊU QUY RA SỐ LƯỢNG CỦA TỪNG ĐƠN VỊ", "IV. CHƯƠNG TRÌNH CÔNG TÁC", "V. QUY CHẾ HOẠT ĐỘNG").doesNotContain("Số:", "(chưa ký)", "Dự thảo", "Sửa đổi");
        assertThat(text).as("a percentage names its base").contains("\"Chiến sĩ thi đua cơ sở\"\n≥ 15 %\nsố đạt chỉ tiêu 2\nTừng đơn vị",
                "\"Lao động tiên tiến\"\n≥ 95 %\ntổng số người", "= 100 %\nsố đơn vị thành viên\nChung của khối", "≥ Hoàn thành tốt nhiệm vụ");
        assertThat(text).as("200 people: 190; 15 % of 190 is 28,5").contains("200\n≥ 190\n≥ 28,5\n≥ 3\n");
        assertThat(text).contains("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH\n(Phó Trưởng khối)\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
                "Xác nhận điện tử trên hệ thống\nlúc 09:15 ngày 22/03/2024", "Nguyễn Văn H", PaperSamples.ADDRESS);
    }

    @Test
    void theCovenantOfTwelveMembersOfWhomSomeHaveNotSigned() {
        var samples = new PaperSamples(12);
        samples.members.set(2, PaperSamples.member(2, SigningState.MISSING));
        samples.members.set(5, PaperSamples.member(5, SigningState.REFUSED));
        samples.members.set(7, PaperSamples.member(7, SigningState.CONFIRMED_ON_PAPER));
        samples.members.set(8, PaperSamples.member(8, SigningState.CONFIRMED_ON_PAPER));
        samples.members.set(9, PaperSamples.member(9, SigningState.SIGNED_ON_PAPER));
        samples.members.set(10, PaperSamples.member(10, SigningState.WAITING));
        samples.files = List.of(PaperSamples.outside(3, List.of("dv8")), PaperSamples.outside(2, List.of("dv7")));
        samples.status = CovenantStatus.MISSING_SIGNATURES;
        String text = covenant("giao-uoc-12-thieu-chu-ky", samples);
        assertThat(text.split("\\(chưa ký\\)", -1)).hasSize(4);
        assertThat(text).contains("Ký trên giấy, đã xác nhận\n", "Ký số ngoài hệ thống, đã xác nhận\n", "Ký trên giấy, chờ đơn vị xác nhận").doesNotContain("Nguyễn Văn C", "Nguyễn Văn J");
    }

    /** What is printed to be signed in the room has room for ink, and says of nobody that it did not sign. */
    @Test
    void whileOthersSignEmptyPlacesAreForInk() {
        var samples = new PaperSamples(3);
        samples.status = CovenantStatus.SIGNING;
        samples.members = IntStream.range(0, 3).mapToObj(i -> PaperSamples.member(i, SigningState.WAITING)).toList();
        assertThat(covenant("giao-uoc-3-ky-giay", samples)).contains("THỦ TRƯỞNG ĐƠN VỊ").doesNotContain("chưa ký", "Xác nhận");
    }

    @Test
    void aDraftSaysSoAndHasNoCode() {
        var samples = new PaperSamples(8);
        samples.digest = null;
        samples.conference = null;
        samples.status = CovenantStatus.REVISING;
        samples.members = IntStream.range(0, 8).mapToObj(i -> PaperSamples.member(i, SigningState.NOT_OPEN)).toList();
        assertThat(covenant("giao-uoc-du-thao", samples)).contains("Dự thảo\n", "ngày     tháng     năm 2024").doesNotContain("xac-minh", "hội nghị của khối", "chưa ký");
    }

    @Test
    void anAmendmentSaysWhyAndWhatItChanges() {
        var samples = new PaperSamples(8);
        samples.version = 2;
        samples.reason = "Sở Kế hoạch và Đầu tư hợp nhất với Sở Tài chính.";
        samples.diff = List.of(new DiffRow("Chỉ tiêu", "≥ 95 %", "≥ 97 %"), new DiffRow("Nội dung giao ước", null, "Thêm một nội dung"));
        assertThat(covenant("giao-uoc-sua-doi-1", samples)).contains("Điều chỉnh lần 1\n", "I. LÝ DO ĐIỀU CHỈNH\nSở Kế hoạch", "II. NỘI DUNG ĐIỀU CHỈNH", "≥ 95 %\n≥ 97 %",
                "(không có)\nThêm một nội dung", "III. NỘI DUNG GIAO ƯỚC");
        samples.digest = null;
        assertThat(covenant("giao-uoc-sua-doi-du-thao", samples)).contains("Điều chỉnh lần 1 – Dự thảo");
    }

    @Test
    void manyTargetsGoOnInFurtherTables() {
        var samples = new PaperSamples(4);
        samples.content = PaperSamples.content(IntStream.rangeClosed(1, 16).mapToObj(i -> PaperSamples.target("t" + i, "SANG_KIEN", "Chỉ tiêu thứ " + i, 100 + i,
                "sáng kiến", null, TargetScope.EACH_MEMBER, TargetComparator.AT_LEAST)).toList());
        assertThat(covenant("giao-uoc-16-chi-tieu", samples)).contains("ĐƠN VỊ (TIẾP THEO)", "(16)", "≥ 116");
    }

    @Test
    void theQrCodeOfThePrintedPageLeadsToTheAddress() throws IOException {
        byte[] pdf = TestPress.print("GU", CovenantPaperText.of(new PaperSamples(8).facts())).pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var page = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 150);
            assertThat(TestQr.read(page)).isEqualTo(PaperSamples.ADDRESS);
        }
    }

    @Test
    void theAnnexOfASuccessor() {
        var facts = new PaperSamples(8).facts();
        String digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        Annex open = new Annex("KT-2024-001/GU1/PL1", 1, "skhdt", "Sở Kế hoạch và Đầu tư", "stc", "Sở Tài chính", LocalDate.of(2025, 3, 1),
                "Đơn vị đã sáp nhập.", "a".repeat(64), digest, "Kể từ ngày 01/03/2025, Sở Tài chính kế thừa toàn bộ nội dung, chỉ tiêu của Sở Kế hoạch và Đầu tư.",
                null, null, null, null);
        assertThat(TestPress.text("phu-luc-chua-ky", "PL", AnnexPaperText.of(open, facts, facts.verification()))).contains("PHỤ LỤC KẾ THỪA",
                "Kèm theo Bản giao ước thi đua Khối thi đua", "Phụ lục số 1", "9f86d081884c7d65 9a2feaa0c55ad015 a3bf4f1b2b0b822c d15d6c15b0f00a08", "THỦ TRƯỞNG ĐƠN VỊ", "kiểm tra phụ lục").doesNotContain("Xác nhận điện tử");
        Annex signed = new Annex(open.key(), 1, open.fromUnit(), open.fromName(), open.toUnit(), open.toName(), open.on(), open.decision(), open.digest(), digest,
                open.text(), "Lê Thị Bình", "TUQ. GIÁM ĐỐC\nTrưởng phòng", PaperSamples.SIGNED, null);
        assertThat(TestPress.text("phu-luc-ke-thua", "PL", AnnexPaperText.of(signed, facts, facts.verification()))).contains("SỞ TÀI CHÍNH",
                "TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG", "Xác nhận điện tử trên hệ thống", "Lê Thị Bình");
    }

    @Test
    void theListOfRegistrations() {
        var samples = new PaperSamples(12);
        samples.registrations = new ArrayList<>(samples.registrations);
        samples.registrations.set(4, new MemberRegistration("dv4", "Sở Tư pháp", null, null, null));
        String text = TestPress.text("danh-sach-dang-ky", "DK", RegistrationPaperText.of(samples.facts()));
        assertThat(text).contains("DANH SÁCH ĐĂNG KÝ THI ĐUA NĂM 2024", "Đã có 11/12 đơn vị thành viên đăng ký, với tổng số 1.580 người, 11 sáng kiến, 11 mô hình.",
                "Sở Tư pháp\n\nChưa đăng ký", "Tập thể lao động tiên tiến: 1\nCờ thi đua của UBND tỉnh: 1\nLao động tiên tiến: 200\nChiến sĩ thi đua cơ sở: 29",
                "Sáng kiến: Rút ngắn thời gian xử lý văn bản đến\nMô hình: Phòng họp không giấy", "(2) 96 %: ≥ 190\n(3) ≥ 28,5\n(6) ≥ 3 sáng kiến", "1.234\n8",
                "TM. KHỐI THI ĐUA\nTRƯỞNG KHỐI");
    }

    @Test
    void theMinutes() {
        var samples = new PaperSamples(12);
        String text = minutes("bien-ban", samples);
        assertThat(text).contains("Số:       /BB", "BIÊN BẢN\nHội nghị thống nhất giao ước thi đua năm 2024", "Ngày 22/03/2024, tại Hội trường",
                "Chủ trì: Người Đại Diện 1, Phó Giám đốc, Văn phòng Đoàn đại biểu", "Có mặt: 11/12 đơn vị thành viên.", "Thanh tra tỉnh\n\n\nVắng mặt", "Ghi rõ số dùng để tính.",
                "Thông qua nội dung bản giao ước\n11\n0\n0", "Các đơn vị thảo luận, thống nhất.", "Hội nghị thống nhất nội dung giao ước thi đua", "THƯ KÝ", "CHỦ TRÌ");
        samples.conference = new Conference(samples.conference.date(), null, List.of(), List.of(), List.of(), null, false);
        assertThat(minutes("bien-ban-chua-thong-nhat", samples)).contains("Ngày 22/03/2024, Khối thi đua", "chưa thống nhất", "Có mặt: 0/12").doesNotContain("BIỂU QUYẾT", "Chủ trì:");
    }

    @ParameterizedTest
    @ValueSource(strings = {HOSTILE, "Ω ж 漢字 🙂 \u202e\u0007 e\u0302\u0301", "dài"})
    void whatPeopleTypeIsPrintedLiterally(String typed) {
        String text = typed.equals("dài") ? "ạ".repeat(900) + " " + "Một câu rất dài. ".repeat(300) : typed;
        var samples = new PaperSamples(4);
        samples.decisionTitle = text;
        samples.version = 2;
        samples.reason = text;
        samples.diff = List.of(new DiffRow(text, text, text));
        samples.content = new CovenantContent(text, text, Collections.nCopies(3, text), List.of(PaperSamples.target("t1", "LDTT", text, 95, text, Target.STAFF,
                TargetScope.EACH_MEMBER, TargetComparator.MORE_THAN)));
        samples.registrations = samples.registrations.stream().map(row -> new MemberRegistration(row.unitCode(), text, new Registration(10, List.of(), List.of(text), List.of(text),
                List.of(), text), null, null)).toList();
        samples.conference = new Conference(samples.conference.date(), text, List.of(new Attendance("dv0", true, text, text)), List.of(new PointDiscussed(text, text)),
                List.of(new Vote(text, 1, 0, 0)), text, true);
        for (String paper : List.of("GU", "DK", "BB")) {
            var content = paper.equals("GU") ? CovenantPaperText.of(samples.facts()) : paper.equals("DK") ? RegistrationPaperText.of(samples.facts()) : MinutesPaperText.of(samples.facts());
            assertThat(TestPress.print(paper, content).pdf()).isNotEmpty();
            if (typed.equals(HOSTILE)) {
                assertThat(TestPress.text("thu-" + paper, paper, content)).contains(HOSTILE);
            }
        }
    }

    private static String covenant(String name, PaperSamples samples) {
        return TestPress.text(name, "GU", CovenantPaperText.of(samples.facts()));
    }

    private static String minutes(String name, PaperSamples samples) {
        return TestPress.text(name, "BB", MinutesPaperText.of(samples.facts()));
    }
}
