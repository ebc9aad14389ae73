package vn.giaouoc.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads the XML of Word: elements by their local names, properties as a flat map. */
final class WordXml {

    /** Wrappers that say nothing about how their content looks. */
    private static final Set<String> WRAPPERS = Set.of("sdt", "sdtContent", "smartTag", "customXml", "hyperlink");
    private static final Set<String> NO = Set.of("0", "false", "off");

    private WordXml() {
    }

    /** The child elements, with the content of wrappers in their place. */
    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                if (WRAPPERS.contains(child.getLocalName())) {
                    children.addAll(children(child));
                } else if (!child.getLocalName().equals("sdtPr") && !child.getLocalName().equals("sdtEndPr")) {
                    children.add(child);
                }
            }
        }
        return children;
    }

    /** The first child of that name, or null. */
    static Element child(Element parent, String name) {
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && name.equals(child.getLocalName())) {
                return child;
            }
        }
        return null;
    }

    /** Child of a child. */
    static Element child(Element parent, String name, String nested) {
        return child(child(parent, name), nested);
    }

    /** An attribute by its local name, or null. */
    static String attribute(Element element, String name) {
        for (int i = 0; element != null && i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getValue();
            }
        }
        return null;
    }

    /** {@code w:val} of the child of that name, or null. */
    static String value(Element parent, String name) {
        return attribute(child(parent, name), "val");
    }

    /** Whether the switch is there and not off. */
    static boolean on(Element parent, String name) {
        Element element = child(parent, name);
        return element != null && (attribute(element, "val") == null || !NO.contains(attribute(element, "val")));
    }

    /** Lays properties over others: {@code ind.left}, {@code jc.val}, {@code pBdr.top.sz}; a bare switch has {@code val} true. */
    static void lay(Map<String, String> properties, Element element, String prefix) {
        for (Node node = element == null ? null : element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                String name = prefix + child.getLocalName() + ".";
                layOne(properties, child, name);
                lay(properties, child, name);
            }
        }
    }

    private static void layOne(Map<String, String> properties, Element element, String name) {
        if (attribute(element, "firstLine") != null) {
            properties.remove(name + "hanging");
        } else if (attribute(element, "hanging") != null) {
            properties.remove(name + "firstLine");
        }
        if (attribute(element, "val") == null) {
            properties.put(name + "val", "true");
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            properties.put(name + attribute.getLocalName(), attribute.getValue());
        }
    }

    static boolean on(Map<String, String> properties, String name) {
        String value = properties.get(name + ".val");
        return value != null && !NO.contains(value);
    }

    /** Twentieths of a point as points. */
    static double points(Map<String, String> properties, String name) {
        return number(properties.get(name)) / 20;
    }

    static double number(String text) {
        try {
            return text == null ? 0 : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0; // "auto", or something a later Word writes
        }
    }
}
