package vn.giaouoc.document;

import static vn.giaouoc.document.WordXml.attribute;
import static vn.giaouoc.document.WordXml.child;
import static vn.giaouoc.document.WordXml.children;
import static vn.giaouoc.document.WordXml.number;
import static vn.giaouoc.document.WordXml.on;
import static vn.giaouoc.document.WordXml.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * A DOCX as XHTML for printing: paragraphs, runs, tables, one kind of page with head and foot, page numbers, and the pictures
 * the program itself draws. What is outside this subset is refused, never left out, so that the PDF says all the DOCX says.
 */
final class DocxXhtml {

    /** The font all text has; see {@link PdfWriter}. */
    static final String FONT = "Paper";

    /** Room a table with a head needs on a page to begin there: the head and a row of a few lines, so that no head stands alone. */
    private static final String HEAD_AND_ROW = "130pt";

    private static final Set<String> SILENT = Set.of("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "sectPr",
            "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "softHyphen",
            "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef");

    private final DocxPackage docx;
    private final WordStyles styles;
    private final boolean drawn;
    private final StringBuilder out = new StringBuilder();
    private WordField field = new WordField();

    private DocxXhtml(DocxPackage docx, boolean drawn) throws TemplateFault {
        this.docx = docx;
        this.drawn = drawn;
        this.styles = new WordStyles(docx.related("styles"));
    }

    /** A filled template. @throws TemplateFault names what cannot be printed */
    static String of(byte[] docx, String title) throws TemplateFault {
        return new DocxXhtml(new DocxPackage(docx, DocxPackage.PAPER), true).page(title);
    }

    /** A template as the office made it, which has no pictures. @throws TemplateFault names what cannot be printed */
    static void check(byte[] template) throws TemplateFault {
        new DocxXhtml(new DocxPackage(template, DocxPackage.PAPER), false).page("");
    }

    private String page(String title) throws TemplateFault {
        Element body = child(docx.main(), "body");
        Element section = child(body, "sectPr");
        if (section == null) {
            throw new TemplateFault("Mẫu không nêu khổ giấy. Hãy mở bằng Word và lưu lại.");
        }
        out.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\"><head><title>").append(escape(title)).append("</title><style>")
                .append(WordPage.css(section)).append("</style></head><body>");
        for (String place : WordPage.MARGINS) {
            margin(section, place);
        }
        blocks(body);
        return out.append("</body></html>").toString();
    }

    /** Head or foot, of all pages or of the first. */
    private void margin(Element section, String place) throws TemplateFault {
        Element root = docx.byId(WordPage.part(section, place));
        if (root != null) {
            out.append("<div class=\"").append(place).append("\">");
            blocks(root);
            out.append("</div>");
        }
    }

    private void blocks(Element parent) throws TemplateFault {
        for (Element block : children(parent)) {
            switch (block.getLocalName()) {
                case "p" -> paragraph(block);
                case "tbl" -> table(block);
                default -> refuseUnlessSilent(block);
            }
        }
    }

    private void paragraph(Element paragraph) throws TemplateFault {
        refuseUnprintable(paragraph);
        int start = out.length();
        field = new WordField();
        Map<String, String> end = styles.run(paragraph, child(child(paragraph, "pPr"), "rPr"));
        runs(paragraph, paragraph);
        boolean empty = out.length() == start;
        Element first = child(paragraph, "r");
        Map<String, String> size = empty || first == null ? end : styles.run(paragraph, child(first, "rPr"));
        out.insert(start, "<p style=\"" + WordCss.paragraph(styles.paragraph(paragraph), size) + "\">");
        out.append(empty ? "&#160;</p>" : "</p>");
    }

    /** Numbering and further sections say something the PDF would not say. */
    private static void refuseUnprintable(Element paragraph) throws TemplateFault {
        Element properties = child(paragraph, "pPr");
        String list = value(child(properties, "numPr"), "numId");
        if (list != null && !list.equals("0")) {
            throw new TemplateFault("Mẫu dùng dấu đầu dòng hoặc đánh số tự động; hãy gõ dấu và số như chữ thường.");
        }
        if (child(properties, "sectPr") != null) {
            throw new TemplateFault("Mẫu có nhiều phần (section); mỗi mẫu chỉ có một.");
        }
    }

    private void runs(Element parent, Element paragraph) throws TemplateFault {
        for (Element run : children(parent)) {
            switch (run.getLocalName()) {
                case "r" -> run(run, paragraph);
                case "fldSimple" -> {
                    if (!number(WordField.kind(attribute(run, "instr")))) {
                        runs(run, paragraph);
                    }
                }
                default -> refuseUnlessSilent(run);
            }
        }
    }

    private void run(Element run, Element paragraph) throws TemplateFault {
        Map<String, String> properties = styles.run(paragraph, child(run, "rPr"));
        if (on(properties, "vanish")) {
            return;
        }
        int start = out.length();
        for (Element part : children(run)) {
            part(part, properties);
        }
        if (out.length() > start) {
            out.insert(start, "<span style=\"" + WordCss.run(properties) + "\">").append("</span>");
        }
    }

    private void part(Element part, Map<String, String> properties) throws TemplateFault {
        switch (part.getLocalName()) {
            case "fldChar" -> {
                if (field.mark(attribute(part, "fldCharType"))) {
                    number(field.kind());
                }
            }
            case "instrText" -> field.instruction(part.getTextContent());
            case "t" -> text(part.getTextContent(), properties);
            case "noBreakHyphen" -> text("-", properties);
            case "tab" -> shown("<span class=\"tab\"></span>");
            case "cr" -> shown("<br/>");
            case "drawing" -> picture(part);
            case "br" -> shown("page".equals(attribute(part, "type")) ? "<span class=\"break\"></span>" : "<br/>");
            default -> refuseUnlessSilent(part);
        }
    }

    private void text(String text, Map<String, String> properties) {
        shown(WordCss.spaced(escape(on(properties, "caps") ? text.toUpperCase(Locale.ROOT) : text)));
    }

    /** What a field computes anew is not shown as Word left it. */
    private void shown(String html) {
        if (!field.replaces()) {
            out.append(html);
        }
    }

    /** A page number, if the field is one. */
    private boolean number(String kind) {
        if (WordField.NUMBERS.contains(kind)) {
            out.append("<span class=\"").append(kind).append("\"></span>");
            return true;
        }
        return false;
    }

    private void picture(Element drawing) throws TemplateFault {
        if (!drawn) {
            refuseUnlessSilent(drawing);
        }
        shown(WordPicture.html(drawing, docx));
    }

    private void table(Element table) throws TemplateFault {
        WordTable grid = new WordTable(table, styles.table(table));
        out.append("<table style=\"").append(grid.css()).append(breaks(grid)).append("\"><colgroup>");
        grid.columns().forEach(width -> out.append("<col style=\"width:").append(width).append("%\"/>"));
        out.append("</colgroup>");
        int heads = grid.headRows();
        rows(grid, 0, heads, "thead");
        rows(grid, heads, grid.rows().size(), "tbody");
        out.append("</table>");
    }

    /** Word keeps a head with its rows, and a row with what follows it when its paragraphs say so. */
    private String breaks(WordTable grid) {
        List<Boolean> kept = grid.rows().stream().map(row -> row.stream().anyMatch(cell ->
                on(styles.paragraph(child(cell.element(), "p")), "keepNext"))).toList();
        boolean last = !kept.isEmpty() && kept.get(kept.size() - 1);
        boolean inside = (kept.size() > 1 || last) && !kept.subList(0, kept.size() - 1).contains(false);
        return (grid.headRows() > 0 ? ";-fs-page-break-min-height:" + HEAD_AND_ROW : "") + (inside ? ";page-break-inside:avoid" : "")
                + (inside && last ? ";page-break-after:avoid" : "");
    }

    private void rows(WordTable grid, int from, int to, String part) throws TemplateFault {
        if (from == to) {
            return;
        }
        out.append('<').append(part).append('>');
        for (int i = from; i < to; i++) {
            out.append("<tr style=\"").append(grid.rowCss(i)).append("\">");
            for (WordTable.Cell cell : grid.rows().get(i)) {
                cell(grid, cell);
            }
            out.append("</tr>");
        }
        out.append("</").append(part).append('>');
    }

    private void cell(WordTable grid, WordTable.Cell cell) throws TemplateFault {
        if (cell.continued()) {
            return;
        }
        out.append("<td colspan=\"").append(cell.columns()).append("\" rowspan=\"").append(cell.rows()).append("\" style=\"")
                .append(grid.cellCss(cell)).append("\">");
        blocks(cell.element());
        out.append("</td>");
    }

    private static void refuseUnlessSilent(Element element) throws TemplateFault {
        String name = element.getLocalName();
        if (SILENT.contains(name)) {
            return;
        }
        throw new TemplateFault(switch (name) {
            case "drawing", "pict", "object", "AlternateContent" ->
                    "Mẫu có hình vẽ, ảnh hoặc hộp văn bản; hãy bỏ đi, đường kẻ thì dùng đường viền của đoạn (style VB Đường kẻ).";
            case "ins", "del", "moveFrom", "moveTo" -> "Mẫu còn thay đổi chưa chốt (Track Changes); hãy chấp nhận hoặc bỏ hết.";
            case "footnoteReference", "endnoteReference" -> "Mẫu có chú thích cuối trang hoặc cuối văn bản.";
            case "sym" -> "Mẫu có ký hiệu của phông biểu tượng (Symbol, Wingdings); hãy dùng chữ của Times New Roman.";
            default -> "Mẫu có thành phần không in được ra PDF: " + name + ".";
        });
    }

    static String escape(String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
