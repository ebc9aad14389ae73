package vn.giaouoc.document;

import static vn.giaouoc.document.WordPage.pt;
import static vn.giaouoc.document.WordXml.attribute;
import static vn.giaouoc.document.WordXml.child;
import static vn.giaouoc.document.WordXml.children;
import static vn.giaouoc.document.WordXml.number;
import static vn.giaouoc.document.WordXml.points;
import static vn.giaouoc.document.WordXml.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** A table of Word: columns, merged cells, borders, repeated head. */
final class WordTable {

    /**
     * @param row       from 0
     * @param column    of the grid, from 0
     * @param rows      how many it goes down
     * @param continued it belongs to the cell above
     */
    record Cell(Element element, int row, int column, int columns, int rows, boolean continued) {
    }

    private final Map<String, String> properties;
    private final List<Double> widths;
    private final List<Element> lines;
    private final List<List<Cell>> rows = new ArrayList<>();

    WordTable(Element table, Map<String, String> properties) {
        this.properties = properties;
        Element grid = child(table, "tblGrid");
        widths = grid == null ? List.of() : children(grid).stream().map(column -> number(attribute(column, "w"))).toList();
        lines = children(table).stream().filter(row -> row.getLocalName().equals("tr")).toList();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(cells(i));
        }
    }

    List<List<Cell>> rows() {
        return rows;
    }

    /** Widths of the columns in percent of the table. */
    List<Double> columns() {
        double all = widths.stream().mapToDouble(Double::doubleValue).sum();
        return widths.stream().map(width -> Math.round(width / all * 10_000) / 100.0).toList();
    }

    /** How many rows at the top are repeated on each page. */
    int headRows() {
        int heads = 0;
        while (heads < lines.size() && WordXml.on(child(lines.get(heads), "trPr"), "tblHeader")) {
            heads++;
        }
        return heads;
    }

    String css() {
        StringBuilder css = new StringBuilder();
        double all = widths.stream().mapToDouble(Double::doubleValue).sum();
        css.append("width:").append("pct".equals(properties.get("tblW.type")) ? number(properties.get("tblW.w")) / 50 + "%" : pt(all / 20));
        String align = String.valueOf(properties.get("jc.val"));
        String left = align.equals("center") || align.equals("right") ? "auto" : pt(points(properties, "tblInd.w"));
        WordCss.add(css, "margin", "0 " + (align.equals("center") ? "auto" : "0") + " 0 " + left);
        return css.toString();
    }

    String rowCss(int row) {
        Element options = child(lines.get(row), "trPr");
        double height = number(attribute(child(options, "trHeight"), "val")) / 20;
        return (WordXml.on(options, "cantSplit") ? "page-break-inside:avoid;" : "") + (height > 0 ? "height:" + pt(height) : "");
    }

    String cellCss(Cell cell) {
        Map<String, String> own = new HashMap<>();
        WordXml.lay(own, child(cell.element(), "tcPr"), "");
        StringBuilder css = new StringBuilder("vertical-align:" + switch (String.valueOf(own.get("vAlign.val"))) {
            case "center" -> "middle";
            case "bottom" -> "bottom";
            default -> "top";
        });
        boolean last = cell.row() + cell.rows() == rows.size();
        boolean right = cell.column() + cell.columns() >= widths.size();
        side(css, own, "top", cell.row() == 0 ? "top" : "insideH");
        side(css, own, "bottom", last ? "bottom" : "insideH");
        side(css, own, "left", cell.column() == 0 ? "left" : "insideV");
        side(css, own, "right", right ? "right" : "insideV");
        WordCss.add(css, "background-color", WordCss.colour(own.get("shd.fill")));
        return css.toString();
    }

    /** Border and inner distance of one side: the cell's own, else the table's. */
    private void side(StringBuilder css, Map<String, String> own, String side, String ofTable) {
        String border = WordCss.border(own, "tcBorders." + side);
        WordCss.add(css, "border-" + side, border == null ? WordCss.border(properties, "tblBorders." + ofTable) : border);
        boolean set = own.containsKey("tcMar." + side + ".w");
        WordCss.add(css, "padding-" + side, pt(points(set ? own : properties, (set ? "tcMar." : "tblCellMar.") + side + ".w")));
    }

    private List<Cell> cells(int row) {
        List<Cell> cells = new ArrayList<>();
        int column = (int) number(value(child(lines.get(row), "trPr"), "gridBefore"));
        for (Element cell : children(lines.get(row))) {
            if (cell.getLocalName().equals("tc")) {
                int columns = Math.max(1, (int) number(value(child(cell, "tcPr"), "gridSpan")));
                cells.add(new Cell(cell, row, column, columns, 1 + below(row, column, cell), continues(cell)));
                column += columns;
            }
        }
        return cells;
    }

    /** How many rows under this cell belong to it. */
    private int below(int row, int column, Element cell) {
        int more = 0;
        if ("restart".equals(value(child(cell, "tcPr"), "vMerge"))) {
            while (row + more + 1 < lines.size() && continues(at(row + more + 1, column))) {
                more++;
            }
        }
        return more;
    }

    private Element at(int row, int column) {
        int at = 0;
        for (Element cell : children(lines.get(row))) {
            if (cell.getLocalName().equals("tc")) {
                if (at == column) {
                    return cell;
                }
                at += Math.max(1, (int) number(value(child(cell, "tcPr"), "gridSpan")));
            }
        }
        return null;
    }

    private static boolean continues(Element cell) {
        Element merge = child(cell, "tcPr", "vMerge");
        return merge != null && !"restart".equals(attribute(merge, "val"));
    }
}
