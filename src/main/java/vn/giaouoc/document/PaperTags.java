package vn.giaouoc.document;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.document.PaperContent.Verification;
import vn.giaouoc.document.PaperTag.Kind;

/** The places a template may have, and what a paper puts there (layout of NĐ 30/2020/NĐ-CP, Phụ lục I). */
final class PaperTags {

    /** All places, in the order of a paper. */
    static final List<PaperTag> ALL = List.of(
            PaperTag.of("superior", Kind.TEXT, "Cơ quan chủ quản"),
            PaperTag.of("body", Kind.TEXT, "Cơ quan ban hành"),
            PaperTag.of("number", Kind.TEXT, "Số và ký hiệu; chưa có số thì để chỗ trống trước ký hiệu"),
            PaperTag.of("symbol", Kind.TEXT, "Ký hiệu"),
            PaperTag.of("place", Kind.TEXT, "Địa danh"),
            PaperTag.of("date", Kind.TEXT, "Thời gian ban hành: ngày … tháng … năm …"),
            PaperTag.of("year", Kind.TEXT, "Năm"),
            PaperTag.of("kindName", Kind.TEXT, "Tên loại văn bản"),
            PaperTag.of("title", Kind.TEXT, "Trích yếu nội dung"),
            PaperTag.of("addressee", Kind.TEXT, "Nơi kính gửi"),
            PaperTag.of("grounds", Kind.TEXTS, "Các căn cứ"),
            PaperTag.of("opening", Kind.TEXT, "Lời mở đầu"),
            PaperTag.of("sections", Kind.PARTS, "Các phần của nội dung",
                    PaperTag.of("heading", Kind.TEXT, "Đề mục, hoặc \"Điều …\""),
                    PaperTag.of("paragraphs", Kind.TEXTS, "Các đoạn"),
                    PaperTag.of("first", Kind.TEXT, "Đoạn đầu, khi viết liền với đề mục"),
                    PaperTag.of("rest", Kind.TEXTS, "Các đoạn sau đoạn đầu"),
                    PaperTag.of("table", Kind.TABLE, "Bảng, một mình một dòng")),
            PaperTag.of("closing", Kind.TEXT, "Lời kết"),
            PaperTag.of("hasReceivers", Kind.FLAG, "Chỉ in khi có nơi nhận"),
            PaperTag.of("receivers", Kind.TEXTS, "Nơi nhận"),
            PaperTag.of("capacity", Kind.TEXTS, "Quyền hạn, chức vụ của người ký"),
            PaperTag.of("signer", Kind.TEXT, "Họ và tên người ký"),
            PaperTag.of("note", Kind.TEXT, "Văn bản nhiều bên ký: \"Dự thảo\", \"Điều chỉnh lần …\""),
            PaperTag.of("signatures", Kind.SIGNATURES, "Văn bản nhiều bên ký: các ô chữ ký, một mình một dòng"),
            PaperTag.of("verification", Kind.PARTS, "Chỉ in khi văn bản đã có mã kiểm tra",
                    PaperTag.of("qr", Kind.PICTURE, "Mã QR của địa chỉ kiểm tra, một mình một dòng"),
                    PaperTag.of("address", Kind.TEXT, "Địa chỉ kiểm tra"),
                    PaperTag.of("digest", Kind.TEXT, "Mã nội dung rút gọn")));

    private static final String ROOM = "      ";

    private PaperTags() {
    }

    /** The model of a template: only texts, lists and maps, so that a template reaches nothing else. */
    static Map<String, Object> values(PaperContent paper) {
        Map<String, Object> values = new HashMap<>();
        values.put("superior", clean(paper.superior()));
        values.put("body", clean(paper.body()));
        values.put("number", paper.number() == null ? ROOM + "/" + Objects.toString(clean(paper.symbol()), "") : clean(paper.number()));
        values.put("symbol", clean(paper.symbol()));
        values.put("place", clean(paper.place()));
        values.put("date", date(paper.date(), paper.year()));
        values.put("year", String.valueOf(paper.date() == null ? paper.year() : paper.date().getYear()));
        values.put("kindName", clean(paper.kindName()));
        values.put("title", clean(paper.title()));
        values.put("addressee", clean(paper.addressee()));
        values.put("grounds", closed(paper.grounds()));
        values.put("opening", clean(paper.opening()));
        values.put("sections", paper.sections().stream().filter(PaperTags::says).map(PaperTags::section).toList());
        values.put("closing", clean(paper.closing()));
        values.put("hasReceivers", !lines(paper.receivers()).isEmpty());
        values.put("receivers", closed(paper.receivers()));
        values.put("capacity", lines(paper.capacity()));
        values.put("signer", clean(paper.signer()));
        values.put("note", clean(paper.joint().note()));
        values.put("signatures", paper.joint().signatures().isEmpty() ? null : paper.joint());
        values.put("verification", verification(paper.joint().verification()));
        return values;
    }

    /** "ngày 05 tháng 02 năm 2024": a day below 10 and the months 1 and 2 with a zero; room while there is no date. */
    static String date(LocalDate date, int year) {
        if (date == null) {
            return "ngày     tháng     năm " + year;
        }
        String month = (date.getMonthValue() < 3 ? "0" : "") + date.getMonthValue();
        return "ngày %02d tháng %s năm %d".formatted(date.getDayOfMonth(), month, date.getYear());
    }

    /** NFC, without what XML cannot hold; a tab is a blank; null when nothing is left. */
    static String clean(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ').codePoints().filter(PaperTags::printable)
                .forEach(kept::appendCodePoint);
        String normal = Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
        return normal.isEmpty() ? null : normal;
    }

    private static boolean printable(int c) {
        return c == '\n' || !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }

    private static boolean says(Section section) {
        return clean(section.heading()) != null && section.paragraphs() == null || !lines(section.paragraphs()).isEmpty()
                || hasRows(section.table());
    }

    private static Map<String, Object> section(Section section) {
        List<String> paragraphs = lines(section.paragraphs());
        Map<String, Object> values = new HashMap<>();
        values.put("heading", clean(section.heading()));
        values.put("paragraphs", paragraphs);
        values.put("first", paragraphs.isEmpty() ? null : paragraphs.get(0));
        values.put("rest", paragraphs.isEmpty() ? List.of() : paragraphs.subList(1, paragraphs.size()));
        values.put("table", hasRows(section.table()) ? section.table() : null);
        return values;
    }

    private static Map<String, Object> verification(Verification verification) {
        Map<String, Object> values = new HashMap<>();
        if (verification != null) {
            values.put("qr", verification);
            values.put("address", clean(verification.address()));
            values.put("digest", clean(verification.digest()));
        }
        return verification == null ? null : values;
    }

    private static boolean hasRows(Table table) {
        return table != null && !table.rows().isEmpty();
    }

    /** Each line a text of its own, blank ones left out. */
    private static List<String> lines(List<String> texts) {
        return texts == null ? List.of() : texts.stream().map(PaperTags::clean).filter(Objects::nonNull).flatMap(String::lines)
                .map(PaperTags::clean).filter(Objects::nonNull).toList();
    }

    /** Each ends with a semicolon, the last with a full stop. */
    private static List<String> closed(List<String> texts) {
        List<String> lines = new ArrayList<>(lines(texts));
        lines.replaceAll(line -> line.replaceAll("[;.,\\s]+$", "") + ";");
        if (!lines.isEmpty()) {
            String last = lines.get(lines.size() - 1);
            lines.set(lines.size() - 1, last.substring(0, last.length() - 1) + ".");
        }
        return lines;
    }
}
