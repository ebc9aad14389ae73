package vn.giaouoc.document;

import static vn.giaouoc.document.WordXml.attribute;
import static vn.giaouoc.document.WordXml.child;
import static vn.giaouoc.document.WordXml.lay;
import static vn.giaouoc.document.WordXml.value;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** What a paragraph, a run or a table looks like: defaults, then styles from the base on, then what is set directly. */
final class WordStyles {

    private final Map<String, Element> styles = new HashMap<>();
    private final Element defaults;
    private String usual;

    /** @param root of styles.xml, or null */
    WordStyles(Element root) {
        defaults = child(root, "docDefaults");
        if (root != null) {
            WordXml.children(root).stream().filter(element -> element.getLocalName().equals("style")).forEach(this::keep);
        }
    }

    private void keep(Element style) {
        styles.put(attribute(style, "styleId"), style);
        if ("paragraph".equals(attribute(style, "type")) && "1".equals(attribute(style, "default"))) {
            usual = attribute(style, "styleId");
        }
    }

    Map<String, String> paragraph(Element paragraph) {
        Map<String, String> properties = new HashMap<>();
        lay(properties, child(child(defaults, "pPrDefault"), "pPr"), "");
        chain(styleOf(paragraph)).forEach(style -> lay(properties, child(style, "pPr"), ""));
        lay(properties, child(paragraph, "pPr"), "");
        return properties;
    }

    /** @param direct the run's own properties, or those of the paragraph's end */
    Map<String, String> run(Element paragraph, Element direct) {
        Map<String, String> properties = new HashMap<>();
        lay(properties, child(child(defaults, "rPrDefault"), "rPr"), "");
        chain(styleOf(paragraph)).forEach(style -> lay(properties, child(style, "rPr"), ""));
        chain(value(direct, "rStyle")).forEach(style -> lay(properties, child(style, "rPr"), ""));
        lay(properties, direct, "");
        return properties;
    }

    Map<String, String> table(Element table) {
        Map<String, String> properties = new HashMap<>();
        chain(value(child(table, "tblPr"), "tblStyle")).forEach(style -> lay(properties, child(style, "tblPr"), ""));
        lay(properties, child(table, "tblPr"), "");
        return properties;
    }

    private String styleOf(Element paragraph) {
        String named = value(child(paragraph, "pPr"), "pStyle");
        return named == null || !styles.containsKey(named) ? usual : named;
    }

    /** The style and what it is based on, the base first. */
    private Deque<Element> chain(String id) {
        Deque<Element> chain = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        for (String next = id; next != null && styles.containsKey(next) && seen.add(next); next = value(styles.get(next), "basedOn")) {
            chain.addFirst(styles.get(next));
        }
        return chain;
    }
}
