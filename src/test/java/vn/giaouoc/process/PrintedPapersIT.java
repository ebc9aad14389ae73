package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.change.ChangeView;
import vn.giaouoc.document.Printed;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.workflow.approval.PaperSubject;

/** The papers of a campaign as they are printed; DOCX and PDF must say the same (looked at in target/papers). */
class PrintedPapersIT extends ProcessTest {

    @Autowired
    PrintedPapers printed;
    @Autowired
    List<PaperSubject> subjects;

    @Test
    void thePlanItsSubmissionItsAmendmentAndItsWithdrawalArePrinted() throws IOException {
        Map<String, Object> targets = Map.of("legalGrounds", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "targets", List.of(
                Map.of("name", "Nhà tạm được xóa", "unit", "nhà", "target", 1234.5, "direction", "UP")));
        String code = draft(targets);
        assertThat(text("ke-hoach-du-thao", printed.paper(code + "/KH"))).contains("KẾ HOẠCH", TITLE, "/KH-UBND",
                "I. MỤC ĐÍCH, YÊU CẦU", "1.234,5", "Chiều", "Tăng", "ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:");
        approveAll(code, "phochutich");
        String number = nextNumber();
        register(code, number);
        assertThat(text("ke-hoach", printed.paper(code + "/KH"))).contains("Số: " + number + "/KH-UBND", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH",
                "Đỗ Thị Hiền");
        assertThat(text("to-trinh", printed.submission(code + "/KH"))).contains("TỜ TRÌNH", "Kính gửi: Ủy ban nhân dân tỉnh", "GIÁM ĐỐC",
                "Trần Quang Vinh");

        change(code, ChangeKind.AMEND, Map.of("reason", "Mưa lũ kéo dài.", "purpose", "Khắc phục hậu quả mưa lũ."));
        assertThat(text("dieu-chinh", printed.paper(code + "/DC1"))).contains("A. LÝ DO ĐIỀU CHỈNH", "Mưa lũ kéo dài.", "Điều chỉnh thành",
                "Khắc phục hậu quả mưa lũ.", "điều chỉnh, bổ sung Kế hoạch số " + number + "/KH-UBND");
        assertThat(text("ke-hoach-sau", printed.paper(code + "/KH"))).as("the first plan stays as it was issued").contains("Hoàn thành nhiệm vụ")
                .doesNotContain("mưa lũ");
        change(code, ChangeKind.WITHDRAW, Map.of("reason", "Trùng với phong trào của Trung ương.",
                "legalGrounds", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"));
        assertThat(text("thu-hoi", printed.paper(code + "/TH2"))).contains("QUYẾT ĐỊNH", "Điều 1.", "Lý do: Trùng với phong trào của Trung ương.",
                "Căn cứ Luật Tổ chức chính quyền địa phương", "Theo đề nghị của Giám đốc Sở Nội vụ", "Về việc thu hồi kế hoạch");
        shownAsPrinted(code + "/DC1", "C. KẾ HOẠCH SAU ĐIỀU CHỈNH", "Các đối tượng thực hiện");
        shownAsPrinted(code + "/TH2", "Điều 4.", "Như Điều 4");
    }

    @Test
    void aPaperIssuedOutsideIsNotPrintedAndANewTemplateDoesNotChangeAnOldPaper() throws IOException {
        String outside = recorded(nextNumber() + "/KH-UBND");
        assertThatThrownBy(() -> printed.paper(outside + "/KH")).isInstanceOf(NotFound.class).hasMessageContaining("ngoài hệ thống");
        String code = draft(Map.of());
        Printed before = printed.paper(code + "/KH");
        jdbc.sql("insert into paper_template select code, version + 1, name, content, sha256, note, uploaded_by, uploaded_at "
                + "from paper_template where code = 'KH' and version = ?").param(before.templateVersion()).update();
        try {
            assertThat(printed.paper(code + "/KH").templateVersion()).isEqualTo(before.templateVersion());
            decide("truongphong", code, "userTask_approveDivision", "RETURN", "DRAFT", "Sửa lại.");
            officials.complete("chuyenvien", code, "userTask_finishPlan", planData());
            assertThat(printed.paper(code + "/KH").templateVersion()).isEqualTo(before.templateVersion() + 1);
        } finally {
            jdbc.sql("delete from paper_template where code = 'KH' and version > ?").param(before.templateVersion()).update();
            jdbc.sql("update paper set template_version = ? where template_version > ? and template = 'KH'")
                    .params(before.templateVersion(), before.templateVersion()).update();
        }
    }

    /** Who approves reads what is printed. */
    private void shownAsPrinted(String paperId, String heading, String receiver) {
        var content = (PaperContent) subjects.stream().filter(subject -> subject.owns(paperId)).findFirst().orElseThrow().view(paperId).get("content");
        assertThat(content).isEqualTo(printed.content(paperId));
        assertThat(content.body()).startsWith("ỦY BAN NHÂN DÂN");
        assertThat(content.sections()).extracting("heading").contains(heading);
        assertThat(content.receivers()).contains(receiver);
    }

    private void change(String code, ChangeKind kind, Map<String, Object> fields) {
        int seq = changes.begin(officials.actor("chuyenvien"), code, kind);
        Map<String, Object> data = new HashMap<>(json.convertValue(queries.plan(code), Map.class));
        data.putAll(fields);
        officials.complete("chuyenvien", ChangeView.caseKey(code, seq), "userTask_draftChange", data);
        jobs.runDue();
        if (kind == ChangeKind.AMEND) {
            approveAll(changes.get(code, seq).paperId(), "chutich");
            register(changes.get(code, seq).paperId(), nextNumber());
        }
    }

    /** The text of both forms, which must say the same; the PDF is kept to be looked at. */
    private static String text(String name, Printed printed) throws IOException {
        Files.createDirectories(Path.of("target", "papers"));
        Files.write(Path.of("target", "papers", name + ".pdf"), printed.pdf());
        Files.write(Path.of("target", "papers", name + ".docx"), printed.docx());
        try (var word = new XWPFDocument(new ByteArrayInputStream(printed.docx())); var extractor = new XWPFWordExtractor(word);
             var pdf = Loader.loadPDF(printed.pdf())) {
            String docx = extractor.getText().replaceAll("[\\s\\u00a0]+", " ");
            String shown = new PDFTextStripper().getText(pdf).replaceAll("[\\s\\u00a0]+", " ");
            for (String said : docx.split(" ")) {
                assertThat(shown).contains(said);
            }
            return docx;
        }
    }
}
