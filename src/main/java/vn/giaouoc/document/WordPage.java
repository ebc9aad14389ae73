package vn.giaouoc.document;

import static vn.giaouoc.document.WordXml.attribute;
import static vn.giaouoc.document.WordXml.child;
import static vn.giaouoc.document.WordXml.number;

import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;

/** Paper size, margins, head and foot of a section as CSS. */
final class WordPage {

    /** Classes of what stands in the margins, as {@code kind-type}. */
    static final List<String> MARGINS = List.of("header-default", "header-first", "footer-default", "footer-first");

    private static final String FIXED = """
            body{margin:0;font-family:'%s';font-size:14pt;word-wrap:break-word}
            p{margin:0;orphans:2;widows:2} table{border-collapse:collapse;table-layout:fixed;-fs-table-paginate:paginate}
            thead,tbody{-fs-page-break-min-height:0} td{vertical-align:top} .tab{display:inline-block;width:36pt} .break{display:block;page-break-after:always}
            .PAGE:before{content:counter(page)} .NUMPAGES:before{content:counter(pages)}
            """.formatted(DocxXhtml.FONT);

    private WordPage() {
    }

    /** Id of the part that stands there, or null. */
    static String part(Element section, String place) {
        String[] kindAndType = place.split("-");
        return kindAndType[1].equals("first") && !WordXml.on(section, "titlePg") ? null : WordXml.children(section).stream()
                .filter(reference -> reference.getLocalName().equals(kindAndType[0] + "Reference"))
                .filter(reference -> kindAndType[1].equals(attribute(reference, "type")))
                .map(reference -> attribute(reference, "id")).findFirst().orElse(null);
    }

    static String css(Element section) {
        StringBuilder css = new StringBuilder(FIXED).append(page(section));
        if (WordXml.on(section, "titlePg")) {
            css.append("@page:first{@top-center{content:none} @bottom-center{content:none}}");
        }
        for (String place : MARGINS) {
            if (part(section, place) != null) {
                css.append('.').append(place).append("{position:running(").append(place).append(")}").append(margin(section, place));
            }
        }
        return css.toString();
    }

    private static String page(Element section) {
        Element size = child(section, "pgSz");
        Element margins = child(section, "pgMar");
        double width = size == null ? 595.3 : points(size, "w");
        double height = size == null ? 841.9 : points(size, "h");
        return "@page{size:%s %s;margin:%s %s %s %s}".formatted(pt(width), pt(height), pt(Math.abs(points(margins, "top"))),
                pt(points(margins, "right")), pt(Math.abs(points(margins, "bottom"))), pt(points(margins, "left") + points(margins, "gutter")));
    }

    private static String margin(Element section, String place) {
        boolean head = place.startsWith("header");
        double distance = points(child(section, "pgMar"), head ? "header" : "footer");
        return "@page%s{@%s-center{content:element(%s);width:100%%;vertical-align:%s;padding-%s:%s}}".formatted(
                place.endsWith("first") ? ":first" : "", head ? "top" : "bottom", place, head ? "top" : "bottom",
                head ? "top" : "bottom", pt(distance));
    }

    private static double points(Element element, String name) {
        return number(attribute(element, name)) / 20;
    }

    /** Points with at most two decimals, as CSS writes them. */
    static String pt(double points) {
        return String.format(Locale.ROOT, "%.2fpt", points);
    }
}
