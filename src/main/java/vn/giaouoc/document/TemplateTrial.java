package vn.giaouoc.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import vn.giaouoc.document.PaperContent.Joint;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Signature;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.document.PaperContent.Verification;

/** Tries a template with a sample before the office works with it: it must read, print, and have room for what matters. */
final class TemplateTrial {

    static final PaperContent SAMPLE = new PaperContent("CƠ QUAN CHỦ QUẢN", "CƠ QUAN BAN HÀNH", "05/VB-MAU", "VB-MAU", "Địa danh",
            LocalDate.of(2024, 2, 5), 2024, "TÊN LOẠI", "Trích yếu của văn bản mẫu", "Nơi được kính gửi",
            List.of("Căn cứ thứ nhất", "Căn cứ thứ hai"), "Lời mở đầu.",
            List.of(new Section("Đề mục mẫu", List.of("Đoạn thứ nhất của phần.", "Đoạn thứ hai của phần."),
                    new Table(List.of("TT", "Nội dung cột"), List.of(List.of("1", "Dòng của bảng")), List.of(0), List.of(20, 80)))),
            "Lời kết./.", List.of("Nơi nhận thứ nhất", "Lưu: VT"), List.of("TM. CƠ QUAN MẪU", "CHỨC VỤ MẪU"), "Họ Tên Người Ký",
            new Joint("Ghi chú mẫu", List.of(
                    new Signature("Đơn vị mẫu thứ nhất", List.of("THỦ TRƯỞNG"), true, "Đã ký theo cách mẫu", "Họ Tên Thứ Nhất"),
                    new Signature("Đơn vị mẫu thứ hai", List.of("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), true, "Đã ký theo cách mẫu",
                            "Họ Tên Thứ Hai"),
                    new Signature("Đơn vị mẫu thứ ba", List.of("THỦ TRƯỞNG"), false, "(chưa ký)", null)),
                    new Verification(picture(), "https://dia-chi.mau/xac-minh", "0123 4567")));

    /** A place a paper may not lose, how it is written, and the sample's text for it. */
    private record Place(String name, String written, String sample) {
    }

    private static final List<Place> PLACES = List.of(
            new Place("body", "{{body}}", SAMPLE.body()),
            new Place("number", "{{number}}", SAMPLE.number()),
            new Place("date", "{{date}}", PaperTags.date(SAMPLE.date(), SAMPLE.year())),
            new Place("note", "{{note}}", SAMPLE.joint().note()),
            new Place("title", "{{title}}", SAMPLE.title()),
            new Place("grounds", "{{?grounds}} {{=#this}} {{/grounds}}", "Căn cứ thứ hai"),
            new Place("opening", "{{opening}}", SAMPLE.opening()),
            new Place("heading", "{{heading}} trong {{?sections}}", "Đề mục mẫu"),
            new Place("first", "{{first}} hoặc {{?paragraphs}} {{=#this}} {{/paragraphs}} trong {{?sections}}", "Đoạn thứ nhất của phần"),
            new Place("rest", "{{?rest}} {{=#this}} {{/rest}} hoặc {{?paragraphs}} {{=#this}} {{/paragraphs}} trong {{?sections}}",
                    "Đoạn thứ hai của phần"),
            new Place("table", "{{#table}} trong {{?sections}}", "Dòng của bảng"),
            new Place("closing", "{{closing}}", SAMPLE.closing()),
            new Place("receivers", "{{?receivers}} {{=#this}} {{/receivers}}", "Nơi nhận thứ nhất"),
            new Place("capacity", "{{?capacity}} {{=#this}} {{/capacity}}", "CHỨC VỤ MẪU"),
            new Place("signer", "{{signer}}", SAMPLE.signer()),
            new Place("signatures", "{{#signatures}}", "Họ Tên Thứ Hai"),
            new Place("qr", "{{#qr}} trong {{?verification}}", "<img"),
            new Place("address", "{{address}} trong {{?verification}}", SAMPLE.joint().verification().address()),
            new Place("digest", "{{digest}} trong {{?verification}}", SAMPLE.joint().verification().digest()));

    private TemplateTrial() {
    }

    /** The sample as PDF. @throws TemplateFault the template cannot be used for that form of paper */
    static byte[] pdf(byte[] template, PaperForm form) throws TemplateFault {
        new DocxPackage(template, DocxPackage.TEMPLATE).refuseForeign();
        DocxXhtml.check(template); // says what cannot be printed before the template language meets it
        byte[] docx = DocxTemplate.fill(template, SAMPLE);
        String xhtml = DocxXhtml.of(docx, SAMPLE.title());
        check(xhtml.substring(xhtml.indexOf("<body>")).toLowerCase(Locale.ROOT), form);
        return PdfWriter.pdf(xhtml);
    }

    private static void check(String printed, PaperForm form) throws TemplateFault {
        int left = Math.max(printed.indexOf("{{"), printed.indexOf("}}"));
        if (left >= 0) {
            throw new TemplateFault("Chỗ điền viết sai: \"" + printed.substring(Math.max(0, left - 10), Math.min(printed.length(), left + 30))
                    .replaceAll("<[^>]*>?|[^<]*>", "") + "\".");
        }
        for (Place place : PLACES) {
            if (form.needs(place.name) && !printed.contains(place.sample.toLowerCase(Locale.ROOT))) {
                throw new TemplateFault("Mẫu thiếu chỗ điền " + place.written + ".");
            }
        }
    }

    /** Something to see where a picture will be. */
    private static byte[] picture() {
        var image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xffffff);
        image.setRGB(1, 1, 0xffffff);
        try (var png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
