package vn.giaouoc.test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** DOCX files as a test edits and reads them: the XML of their parts. */
public final class Docx {

    public static final String MAIN = "word/document.xml";

    private Docx() {
    }

    /** The file with one part changed; the part is created when it is not there. */
    public static byte[] edit(byte[] docx, String part, UnaryOperator<String> change) {
        Map<String, byte[]> parts = parts(docx);
        String old = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        parts.put(part, change.apply(old).getBytes(StandardCharsets.UTF_8));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    public static String xml(byte[] docx, String part) {
        return new String(parts(docx).get(part), StandardCharsets.UTF_8);
    }

    /** What the body says, paragraph by paragraph. */
    public static String text(byte[] docx) {
        try {
            NodeList nodes = DocumentHelper.readDocument(new ByteArrayInputStream(parts(docx).get(MAIN))).getElementsByTagNameNS("*", "*");
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < nodes.getLength(); i++) {
                text.append(switch (nodes.item(i).getLocalName()) {
                    case "t" -> nodes.item(i).getTextContent();
                    case "p" -> text.isEmpty() ? "" : "\n";
                    case "br", "cr" -> " ";
                    default -> "";
                });
            }
            return text.toString();
        } catch (IOException | SAXException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, byte[]> parts(byte[] docx) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return parts;
    }
}
