package vn.giaouoc.document;

import static vn.giaouoc.document.WordPage.pt;
import static vn.giaouoc.document.WordXml.number;
import static vn.giaouoc.document.WordXml.on;
import static vn.giaouoc.document.WordXml.points;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Properties of Word as CSS. Only numbers and words of our own get into it. */
final class WordCss {

    private static final List<String> SIDES = List.of("top", "right", "bottom", "left");
    /** Natural height of a line of Times New Roman and its equals, in font sizes. */
    private static final double LINE = 1.15;
    private static final Pattern COLOUR = Pattern.compile("[0-9A-Fa-f]{6}");

    private WordCss() {
    }

    /** @param run of the first run, for the height of lines */
    static String paragraph(Map<String, String> properties, Map<String, String> run) {
        StringBuilder css = new StringBuilder("font-size:" + size(run));
        add(css, "text-align", align(properties.get("jc.val")));
        add(css, "margin", pt(points(properties, "spacing.before")) + " " + pt(right(properties)) + " "
                + pt(points(properties, "spacing.after")) + " " + pt(left(properties)));
        add(css, "text-indent", pt(points(properties, "ind.firstLine") - points(properties, "ind.hanging")));
        add(css, "line-height", line(properties));
        for (String side : SIDES) {
            add(css, "border-" + side, border(properties, "pBdr." + side));
        }
        add(css, "page-break-before", on(properties, "pageBreakBefore") ? "always" : null);
        add(css, "page-break-after", on(properties, "keepNext") ? "avoid" : null);
        add(css, "page-break-inside", on(properties, "keepLines") ? "avoid" : null);
        return css.toString();
    }

    static String run(Map<String, String> properties) {
        StringBuilder css = new StringBuilder("font-size:" + size(properties));
        add(css, "font-weight", on(properties, "b") ? "bold" : "normal");
        add(css, "font-style", on(properties, "i") ? "italic" : "normal");
        boolean underlined = !Set.of("none", "true").contains(properties.getOrDefault("u.val", "none")); // "true": no kind named
        boolean struck = on(properties, "strike");
        add(css, "text-decoration", underlined ? struck ? "underline line-through" : "underline" : struck ? "line-through" : null);
        add(css, "color", colour(properties.get("color.val")));
        add(css, "letter-spacing", properties.containsKey("spacing.val") ? pt(points(properties, "spacing.val")) : null);
        String vertical = properties.get("vertAlign.val");
        add(css, "vertical-align", "superscript".equals(vertical) ? "super" : "subscript".equals(vertical) ? "sub" : null);
        return css.toString();
    }

    /** A border of a cell, a table or a paragraph, or null where none is named. */
    static String border(Map<String, String> properties, String name) {
        String kind = properties.get(name + ".val");
        if (kind == null) {
            return null;
        }
        if (kind.equals("nil") || kind.equals("none")) {
            return "none";
        }
        String style = kind.equals("double") ? "double" : kind.startsWith("dash") ? "dashed" : kind.startsWith("dot") ? "dotted" : "solid";
        String colour = colour(properties.get(name + ".color"));
        return pt(Math.max(0.25, number(properties.get(name + ".sz")) / 8)) + " " + style + " " + (colour == null ? "#000000" : colour);
    }

    static String colour(String value) {
        return value != null && COLOUR.matcher(value).matches() ? "#" + value : null;
    }

    static void add(StringBuilder css, String name, String value) {
        if (value != null) {
            css.append(';').append(name).append(':').append(value);
        }
    }

    /** Blanks that follow a blank, or begin a text, are kept. */
    static String spaced(String text) {
        return text.replace("  ", "\u00a0 ").replace("  ", " \u00a0").replaceFirst("^ ", text.isBlank() ? " " : "\u00a0");
    }

    private static String size(Map<String, String> run) {
        double half = number(run.get("sz.val"));
        double points = half == 0 ? 10 : half / 2;
        return pt(run.containsKey("vertAlign.val") && !"baseline".equals(run.get("vertAlign.val")) ? points * 0.65 : points);
    }

    private static String align(String value) {
        return value == null ? "left" : switch (value.toLowerCase(Locale.ROOT)) {
            case "both", "distribute" -> "justify";
            case "center" -> "center";
            case "right", "end" -> "right";
            default -> "left";
        };
    }

    private static double left(Map<String, String> properties) {
        return points(properties, properties.containsKey("ind.start") ? "ind.start" : "ind.left");
    }

    private static double right(Map<String, String> properties) {
        return points(properties, properties.containsKey("ind.end") ? "ind.end" : "ind.right");
    }

    private static String line(Map<String, String> properties) {
        double line = number(properties.get("spacing.line"));
        String rule = properties.get("spacing.lineRule");
        if (line > 0 && ("exact".equals(rule) || "atLeast".equals(rule))) {
            return pt(line / 20);
        }
        return String.format(Locale.ROOT, "%.3f", (line == 0 ? 1 : line / 240) * LINE);
    }
}
