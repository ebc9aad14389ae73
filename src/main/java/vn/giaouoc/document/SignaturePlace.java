package vn.giaouoc.document;

import com.deepoove.poi.xwpf.BodyContainer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import vn.giaouoc.document.PaperContent.Joint;
import vn.giaouoc.document.PaperContent.Signature;

/**
 * Puts the grid of signatures where a template says so: two beside each other, the last of an odd number in the middle. Each
 * pair is a table of its own, which is never broken over two pages. In a cell of the template's own table, beside the receivers, they
 * stand under each other. How they look is in styles of the template.
 */
final class SignaturePlace {

    private static final String UNIT = "PaperSignUnit";
    private static final String CAPACITY = "PaperSignCapacity";
    private static final String ROOM = "PaperSignRoom";
    private static final String NOTE = "PaperSignNote";
    private static final String NAME = "PaperSignName";
    private static final String BETWEEN = "PaperEnd";

    /** Beside a signature, twentieths of a point: 3 mm. */
    private static final int GAP = 170;

    private SignaturePlace() {
    }

    /** In a cell: the lines of each signature, one under the other. */
    static void column(Joint joint, BodyContainer container, XWPFRun place) {
        joint.signatures().stream().flatMap(signature -> Stream.of(head(signature), confirmation(signature), lines(NAME, signature.name())))
                .flatMap(List::stream).forEach(line -> write(container.insertNewParagraph(place), line));
    }

    /** @param width of the page between its margins, twentieths of a point */
    static void draw(Joint joint, BodyContainer container, XWPFRun place, int width) {
        List<Signature> signatures = joint.signatures();
        for (int i = 0; i < signatures.size(); i += 2) {
            List<Signature> pair = signatures.subList(i, Math.min(i + 2, signatures.size()));
            if (i > 0) {
                container.insertNewParagraph(place).setStyle(BETWEEN); // or Word makes one table of two
            }
            XWPFTable table = container.insertNewTable(place, 3, pair.size());
            pair(pair, table, width);
            if (i + 2 >= signatures.size() && joint.verification() != null) { // which should not stand alone on a last page
                table.getRow(2).getTableCells().forEach(cell -> cell.getParagraphs().forEach(line -> line.setKeepNext(true)));
            }
        }
    }

    private static void pair(List<Signature> pair, XWPFTable table, int width) {
        if (table.getCTTbl().getTblPr().isSetTblBorders()) {
            table.getCTTbl().getTblPr().unsetTblBorders();
        }
        table.setCellMargins(0, GAP, 0, GAP);
        TablePlace.size(table, pair.stream().map(signature -> 1).toList(), width);
        table.getRows().forEach(row -> row.setCantSplitRow(true));
        for (int column = 0; column < pair.size(); column++) {
            Signature signature = pair.get(column);
            int share = width / pair.size();
            write(table.getRow(0).getCell(column), share, head(signature));
            write(table.getRow(1).getCell(column), share, confirmation(signature));
            write(table.getRow(2).getCell(column), share, lines(NAME, signature.name()));
        }
    }

    private static List<Line> head(Signature signature) {
        String unit = signature.unit() == null ? null : signature.unit().toUpperCase(Locale.forLanguageTag("vi"));
        return Stream.concat(lines(UNIT, unit).stream(), lines(CAPACITY, String.join("\n", signature.capacity())).stream()).toList();
    }

    private static List<Line> confirmation(Signature signature) {
        Stream<Line> room = signature.signed() ? Stream.empty() : Stream.of(new Line(ROOM, ""));
        return Stream.concat(room, lines(NOTE, signature.note()).stream()).toList();
    }

    private static List<Line> lines(String style, String text) {
        String clean = PaperTags.clean(text);
        return clean == null ? List.of() : clean.lines().map(line -> new Line(style, line)).toList();
    }

    private static void write(XWPFTableCell cell, int width, List<Line> lines) {
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(String.valueOf(width));
        List<Line> least = lines.isEmpty() ? List.of(new Line(NOTE, "")) : lines;
        for (int i = 0; i < least.size(); i++) {
            XWPFParagraph paragraph = i < cell.getParagraphs().size() ? cell.getParagraphs().get(i) : cell.addParagraph();
            write(paragraph, least.get(i));
        }
    }

    private static void write(XWPFParagraph paragraph, Line line) {
        paragraph.setStyle(line.style());
        paragraph.createRun().setText(line.text());
    }

    private record Line(String style, String text) {
    }
}
