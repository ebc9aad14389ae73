package vn.giaouoc.document;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import vn.giaouoc.document.PaperContent.Table;

/** Puts a table where a template says so. How it looks is in four styles of the template, which the office edits in Word. */
final class TablePlace {

    static final String TABLE = "PaperTable";
    private static final String HEAD = "PaperTableHead";
    private static final String TEXT = "PaperTableText";
    private static final String NUMBER = "PaperTableNumber";

    private TablePlace() {
    }

    /** @param styled whether the template has the style of tables */
    static void draw(Table content, XWPFTable table, boolean styled, int width) {
        if (styled && table.getCTTbl().getTblPr().isSetTblBorders()) {
            table.getCTTbl().getTblPr().unsetTblBorders(); // the style has them
            table.setStyleID(TABLE);
        }
        size(table, content.widths(), width);
        fill(table, content);
    }

    /** @param width of the table, twentieths of a point */
    static void size(XWPFTable table, List<Integer> percents, int width) {
        int all = percents.stream().mapToInt(Integer::intValue).sum();
        CTTblPr properties = table.getCTTbl().getTblPr();
        CTTblWidth whole = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        whole.setType(STTblWidth.DXA);
        whole.setW(BigInteger.valueOf(width));
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout()).setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        grid.setGridColArray(null);
        percents.forEach(percent -> grid.addNewGridCol().setW(BigInteger.valueOf((long) width * percent / all)));
    }

    private static void fill(XWPFTable table, Table content) {
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int column = 0; column < content.heads().size(); column++) {
            write(head.getCell(column), content.heads().get(column), HEAD, width(table, column));
        }
        for (int i = 0; i < content.rows().size(); i++) {
            XWPFTableRow row = table.getRow(i + 1);
            row.setCantSplitRow(true);
            for (int column = 0; column < content.heads().size(); column++) {
                write(row.getCell(column), content.rows().get(i).get(column), content.numeric().contains(column) ? NUMBER : TEXT,
                        width(table, column));
            }
        }
    }

    private static int width(XWPFTable table, int column) {
        return ((BigInteger) table.getCTTbl().getTblGrid().getGridColArray(column).getW()).intValue();
    }

    private static void write(XWPFTableCell cell, String text, String style, int width) {
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(String.valueOf(width));
        String clean = PaperTags.clean(text);
        List<String> lines = clean == null ? List.of("") : clean.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            XWPFParagraph paragraph = i < cell.getParagraphs().size() ? cell.getParagraphs().get(i) : cell.addParagraph();
            paragraph.setStyle(style);
            paragraph.createRun().setText(lines.get(i));
        }
    }
}
