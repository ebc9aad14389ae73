package vn.giaouoc.document;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Table;

/** Tries a template with a sample before the office works with it: it must read, print, and have room for what matters. */
final class TemplateTrial {

    static final PaperContent SAMPLE = new PaperContent("CƠ QUAN CHỦ QUẢN", "CƠ QUAN BAN HÀNH", "05/VB-MAU", "VB-MAU", "Địa danh",
            LocalDate.of(2024, 2, 5), 2024, "TÊN LOẠI", "Trích yếu của văn bản mẫu", "Nơi được kính gửi",
            List.of("Căn cứ thứ nhất", "Căn cứ thứ hai"), "Lời mở đầu.",
            List.of(new Section("Đề mục mẫu", List.of("Đoạn thứ nhất của phần.", "Đoạn thứ hai của phần."),
                    new Table(List.of("TT", "Nội dung cột"), List.of(List.of("1", "Dòng của bảng")), List.of(0), List.of(20, 80)))),
            "Lời kết./.", List.of("Nơi nhận thứ nhất", "Lưu: VT"), List.of("TM. CƠ QUAN MẪU", "CHỨC VỤ MẪU"), "Họ Tên Người Ký");

    private TemplateTrial() {
    }

    /** The sample as PDF. @throws TemplateFault the template cannot be used */
    static byte[] pdf(byte[] template) throws TemplateFault {
        new DocxPackage(template, DocxPackage.TEMPLATE).refuseForeign();
        DocxXhtml.of(template, SAMPLE.title()); // says what cannot be printed before the template language meets it
        byte[] docx = DocxTemplate.fill(template, SAMPLE);
        String xhtml = DocxXhtml.of(docx, SAMPLE.title());
        check(xhtml.substring(xhtml.indexOf("<body>")).toLowerCase(Locale.ROOT));
        return PdfWriter.pdf(xhtml);
    }

    private static void check(String printed) throws TemplateFault {
        int left = Math.max(printed.indexOf("{{"), printed.indexOf("}}"));
        if (left >= 0) {
            throw new TemplateFault("Chỗ điền viết sai: \"" + printed.substring(Math.max(0, left - 10), Math.min(printed.length(), left + 30))
                    .replaceAll("<[^>]*>?|[^<]*>", "") + "\".");
        }
        for (Map.Entry<String, String> needed : needed().entrySet()) {
            if (!printed.contains(needed.getValue().toLowerCase(Locale.ROOT))) {
                throw new TemplateFault("Mẫu thiếu chỗ điền " + needed.getKey() + ".");
            }
        }
    }

    /** What no paper may lose, and the sample's text for it. */
    private static Map<String, String> needed() {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("{{body}}", SAMPLE.body());
        needed.put("{{number}}", SAMPLE.number());
        needed.put("{{date}}", PaperTags.date(SAMPLE.date(), SAMPLE.year()));
        needed.put("{{title}}", SAMPLE.title());
        needed.put("{{?grounds}} {{=#this}} {{/grounds}}", "Căn cứ thứ hai");
        needed.put("{{opening}}", SAMPLE.opening());
        needed.put("{{heading}} trong {{?sections}}", "Đề mục mẫu");
        needed.put("{{first}} hoặc {{?paragraphs}} {{=#this}} {{/paragraphs}} trong {{?sections}}", "Đoạn thứ nhất của phần");
        needed.put("{{?rest}} {{=#this}} {{/rest}} hoặc {{?paragraphs}} {{=#this}} {{/paragraphs}} trong {{?sections}}",
                "Đoạn thứ hai của phần");
        needed.put("{{#table}} trong {{?sections}}", "Dòng của bảng");
        needed.put("{{closing}}", SAMPLE.closing());
        needed.put("{{?receivers}} {{=#this}} {{/receivers}}", "Nơi nhận thứ nhất");
        needed.put("{{?capacity}} {{=#this}} {{/capacity}}", "CHỨC VỤ MẪU");
        needed.put("{{signer}}", SAMPLE.signer());
        return needed;
    }
}
