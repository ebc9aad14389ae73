package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.covenant.Annex;
import vn.giaouoc.covenant.CovenantPapers;
import vn.giaouoc.covenant.CovenantPapers.Kind;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.Printed;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.signature.Digests;
import vn.giaouoc.signature.Qr;
import vn.giaouoc.signature.SealedDocuments;
import vn.giaouoc.signature.Verdict;
import vn.giaouoc.test.Docx;
import vn.giaouoc.test.Http;

/** The papers of a covenant on its way: drafts, what is signed, what was recorded; each test has a year of its own. */
class CovenantPapersIT extends CovenantTest {

    @Autowired
    CovenantPapers papers;
    @Autowired
    Attachments attachments;
    @Autowired
    SealedDocuments documents;
    @Autowired
    Digests digests;
    @Autowired
    Qr qr;

    @Test
    void papersShowTheCovenantAsItStandsAndAreKeptWhenItIsRecorded() throws IOException {
        String key = begun(2045, UNITS);
        assertThatThrownBy(() -> papers.print(key, Kind.COVENANT)).isInstanceOf(NotFound.class);
        draft(key, "sct");
        assertThat(text(papers.print(officials.actor("canbo.sxd"), key, Kind.COVENANT))).contains("BẢN GIAO ƯỚC THI ĐUA NĂM 2045", "Khối thi đua số 2045", "Dự thảo",
                "về việc thành lập khối thi đua", "Tham mưu, tổng hợp kịp thời").doesNotContain("xac-minh");
        assertThatThrownBy(() -> papers.print(key, Kind.MINUTES)).isInstanceOf(NotFound.class).hasMessage("Chưa có biên bản hội nghị để in.");
        assertThatThrownBy(() -> papers.print(officials.actor("canbo.sxd"), key, Kind.REGISTRATIONS)).isInstanceOf(NotFound.class);
        assertThat(text(papers.print(officials.actor("canbo.sct"), key, Kind.REGISTRATIONS))).contains("Đã có 0/4 đơn vị thành viên đăng ký");
        UNITS.forEach(unit -> comment(key, unit, true, null));
        revise(key, "sct");
        UNITS.forEach(unit -> register(key, unit));
        hold(key, UNITS, true);

        String agreed = text(papers.print(officials.actor("canbo.stnmt"), key, Kind.COVENANT));
        assertThat(agreed).contains(qr.url(covenant(key).digest()), "THỦ TRƯỞNG ĐƠN VỊ", "≥ 190").doesNotContain("Dự thảo", "Xác nhận điện tử", "chưa ký");
        assertThat(text(papers.print(key, Kind.MINUTES))).contains("BIÊN BẢN", "Chủ trì: Thủ trưởng, Giám đốc, Sở Công Thương.", "Có mặt: 4/4");
        assertThat(text(papers.print(officials.actor("canbo.stnmt"), key, Kind.REGISTRATIONS))).contains("Đã có 4/4", "với tổng số 800 người", "Lao động tiên tiến: 190");
        UNITS.subList(0, 3).forEach(unit -> sign(key, unit));
        past(covenant(key).signDueAt());
        decide("chuyenvien", key, "userTask_decideMissing", Map.of("decision", "CLOSE"));
        assertThat(documents.check(digests.digestOf(papers.print(key, Kind.COVENANT).pdf()))).isEqualTo(Verdict.UNKNOWN);
        decide("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));

        keptByteForByte(key);
        amended(key);
    }

    private void keptByteForByte(String key) throws IOException {
        Printed recorded = papers.print(key, Kind.COVENANT);
        assertThat(text(recorded)).contains("(Trưởng khối)", "Xác nhận điện tử trên hệ thống", "(chưa ký)", "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG");
        assertThat(documents.examine(digests.digestOf(recorded.pdf()))).satisfies(seal -> {
            assertThat(seal.verdict()).isEqualTo(Verdict.VALID);
            assertThat(seal.title()).isEqualTo("Bản giao ước thi đua Khối thi đua số 2045 năm 2045 (tệp PDF)");
        });
        byte[] altered = recorded.pdf().clone();
        altered[altered.length / 2] ^= 1;
        assertThat(documents.check(digests.digestOf(altered))).as("one bit of the file").isEqualTo(Verdict.UNKNOWN);
        assertThat(attachments.of(key)).filteredOn(file -> "PAPER".equals(file.slot())).extracting("name").containsExactlyInAnyOrder(
                "giao-uoc-KT-2045-001-GU1.pdf", "giao-uoc-KT-2045-001-GU1.docx", "danh-sach-dang-ky-KT-2045-001-GU1.pdf",
                "danh-sach-dang-ky-KT-2045-001-GU1.docx", "bien-ban-KT-2045-001-GU1.pdf", "bien-ban-KT-2045-001-GU1.docx");
        jdbc.sql("update bloc_year set name = 'Khối đổi tên' where code = 'KT-2045-001'").update();
        try {
            for (Kind kind : Kind.values()) {
                assertThat(text(papers.print(key, kind))).as("whatever is renamed").doesNotContain("đổi tên");
            }
            assertThat(papers.print(officials.actor("canbo.sgtvt"), key, Kind.COVENANT).pdf()).isEqualTo(recorded.pdf());
        } finally {
            jdbc.sql("update bloc_year set name = 'Khối thi đua số 2045' where code = 'KT-2045-001'").update();
        }
    }

    /** All sign an amendment; when it is recorded, the file given out before does not count any more. */
    private void amended(String key) throws IOException {
        String year = key.substring(0, key.indexOf('/'));
        String amendment = year + "/GU2";
        byte[] before = papers.print(key, Kind.COVENANT).pdf();
        records.beginAmendment(officials.actor("chuyenvien"), year, "Chỉ tiêu của tỉnh thay đổi từ tháng Tám.");
        Map<String, Object> changed = content();
        changed.put("commitments", List.of("Tham mưu, tổng hợp kịp thời cho UBND tỉnh.", "Nội dung mới của tháng Tám."));
        officials.complete("canbo.sct", amendment, "userTask_draftCovenant", changed);
        jobs.runDue();
        assertThat(text(papers.print(amendment, Kind.COVENANT))).contains("Điều chỉnh lần 1 – Dự thảo", "LÝ DO ĐIỀU CHỈNH",
                "thay đổi từ tháng Tám", "NỘI DUNG ĐIỀU CHỈNH", "Hồ Chí Minh về thi đua.\nNội dung mới của tháng Tám.");
        UNITS.forEach(unit -> comment(amendment, unit, true, null));
        revise(amendment, "sct", changed);
        UNITS.stream().filter(unit -> openTasks(part(amendment, unit)).contains("userTask_registerTargets")).forEach(unit -> register(amendment, unit));
        hold(amendment, UNITS, true);
        UNITS.forEach(unit -> sign(amendment, unit));
        assertThat(documents.check(digests.digestOf(before))).as("binds until the other is recorded").isEqualTo(Verdict.VALID);
        decide("chuyenvien", amendment, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        assertThat(documents.check(digests.digestOf(before))).isEqualTo(Verdict.SUPERSEDED);
        assertThat(documents.check(digests.digestOf(papers.print(amendment, Kind.COVENANT).pdf()))).isEqualTo(Verdict.VALID);
        assertThat(papers.print(key, Kind.COVENANT).pdf()).as("still what was given out").isEqualTo(before);
    }

    @Test
    void papersAreReadOverRestByWhomTheCovenantIsFor() {
        String key = agreed(2042, UNITS);
        String path = "/api/v1/covenants/" + key.substring(0, key.indexOf('/')) + "/papers/";
        Http system = Http.basic(port, "tichhop", "trial");
        HttpResponse<String> pdf = system.send("GET", path + "COVENANT/PDF", null);
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElse("")).contains("giao-uoc-KT-2042-001-GU1.pdf");
        for (String paper : List.of("COVENANT", "REGISTRATIONS", "MINUTES")) {
            assertThat(Http.session(port, "canbo.sgtvt").send("GET", path + paper + "/DOCX", null).body()).as(paper).startsWith("PK");
            assertThat(Http.session(port, "chuyenvien").send("GET", path + paper + "/PDF?version=1", null).statusCode()).isEqualTo(200);
        }
        Http stranger = Http.session(port, "canbo.sgddt");
        assertThat(stranger.send("GET", path + "COVENANT/PDF", null).statusCode()).isEqualTo(404);
        assertThat(stranger.send("GET", path + "COVENANT/PDF?version=1", null).statusCode()).isEqualTo(404);
        assertThat(Http.anonymous(port).send("GET", path + "COVENANT/PDF", null).statusCode()).isEqualTo(401);
        for (String missing : List.of("COVENANT/PDF?version=9", "COVENANT/PDF?version=-1")) {
            assertThat(system.send("GET", path + missing, null).statusCode()).as(missing).isEqualTo(404);
        }
        for (String wrong : List.of("COVENANT/ODT", "LETTER/PDF", "COVENANT/PDF?version=x")) {
            assertThat(system.send("GET", path + wrong, null).statusCode()).as(wrong).isEqualTo(422);
        }
        assertThat(system.send("GET", "/api/v1/covenants/KT-2042-999/papers/COVENANT/PDF", null).statusCode()).isEqualTo(404);
        assertThat(system.send("GET", "/api/v1/covenants/PT-2021-001/papers/COVENANT/PDF?version=1", null).statusCode()).isEqualTo(404);
    }

    /** The successor's annex is printed when it may be signed, for whoever may read the covenant. */
    @Test
    void theAnnexOfASuccessorIsPrintedWithItsOwnCode() throws IOException {
        List<String> units = List.of("sct", "sxd", "sgtvt");
        String key = agreed(2079, units);
        sign(key, "sgtvt");
        assertThatThrownBy(() -> papers.printAnnex(officials.actor("canbo.sxd"), key, 1)).isInstanceOf(NotFound.class);
        transaction.executeWithoutResult(status -> years.succeed("sgtvt", List.of("stttt"), today()));
        succeeded("sgtvt", "stttt");
        Annex open = signing.annex(key + "/PL1");
        assertThat(text(papers.printAnnex(officials.actor("canbo.stttt"), key, 1))).contains("PHỤ LỤC KẾ THỪA", "Phụ lục số 1", open.text(),
                covenant(key).digest().substring(0, 16), qr.url(open.digest()), "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "THỦ TRƯỞNG ĐƠN VỊ").doesNotContain("Xác nhận điện tử");
        signAnnex(key, "PL1", "stttt");
        assertThat(text(papers.printAnnex(officials.actor("canbo.sxd"), key, 1))).contains("Xác nhận điện tử trên hệ thống",
                signing.annex(key + "/PL1").signerName());
        assertThat(documents.check(open.digest())).as("what its code leads to").isEqualTo(Verdict.VALID);

        String path = "/api/v1/covenants/" + key.substring(0, key.indexOf('/')) + "/papers/annexes/";
        HttpResponse<String> pdf = Http.basic(port, "tichhop", "trial").send("GET", path + "1/PDF", null);
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElse("")).contains("phu-luc-KT-2079-001-GU1-PL1.pdf");
        assertThat(Http.session(port, "canbo.stttt").send("GET", path + "1/DOCX?version=1", null).body()).startsWith("PK");
        assertThat(Http.session(port, "canbo.sgddt").send("GET", path + "1/PDF", null).statusCode()).isEqualTo(404);
        assertThat(Http.anonymous(port).send("GET", path + "1/PDF", null).statusCode()).isEqualTo(401);
        assertThat(Http.session(port, "chuyenvien").send("GET", path + "2/PDF", null).statusCode()).isEqualTo(404);
    }

    /** Both forms say the same. */
    private static String text(Printed printed) throws IOException {
        String docx = Docx.text(printed.docx());
        try (PDDocument pdf = Loader.loadPDF(printed.pdf())) {
            assertThat(new String(printed.pdf(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            String shown = dense(new PDFTextStripper().getText(pdf));
            docx.lines().filter(line -> !line.isBlank()).forEach(line -> assertThat(shown).contains(dense(line)));
        }
        return docx;
    }

    private static String dense(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }
}
