package vn.giaouoc.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The parts of a DOCX file, unpacked within limits; XML is read without document types, so without entities.
 */
final class DocxPackage {

    /** Most bytes of a template, unpacked. */
    static final int TEMPLATE = 5 * 1024 * 1024;
    /** Most bytes of a filled one. */
    static final int PAPER = 100 * 1024 * 1024;

    private static final int MOST_PARTS = 300;
    private static final String MAIN = "word/document.xml";

    private final Map<String, byte[]> parts = new HashMap<>();

    /** @throws TemplateFault larger than {@code most} bytes when unpacked, or not readable */
    DocxPackage(byte[] docx, int most) throws TemplateFault {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            int left = most;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(left + 1);
                left -= part.length;
                if (left < 0 || parts.size() >= MOST_PARTS) {
                    throw new TemplateFault("Tệp quá lớn khi giải nén.");
                }
                parts.put(entry.getName(), part);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new TemplateFault("Tệp DOCX bị hỏng.", e);
        }
        if (!parts.containsKey(MAIN)) {
            throw new TemplateFault("Tệp DOCX không có nội dung văn bản. Hãy mở bằng Word và lưu lại.");
        }
    }

    /** What a paper cannot have: programs, other files inside, and links that are followed when it is opened. */
    void refuseForeign() throws TemplateFault {
        for (String name : parts.keySet()) {
            if (name.contains("vbaProject") || name.contains("activeX") || name.contains("/embeddings/")) {
                throw new TemplateFault("Mẫu không được chứa macro hoặc tệp nhúng.");
            }
            if (name.endsWith(".rels")) {
                refuseOutside(xml(name));
            }
        }
    }

    private static void refuseOutside(Element relationships) throws TemplateFault {
        for (Element link : WordXml.children(relationships)) {
            boolean outside = "External".equalsIgnoreCase(WordXml.attribute(link, "TargetMode"));
            if (outside && !String.valueOf(WordXml.attribute(link, "Type")).endsWith("/hyperlink")) {
                throw new TemplateFault("Mẫu không được liên kết tới tệp bên ngoài (" + WordXml.attribute(link, "Target") + ").");
            }
        }
    }

    Element main() throws TemplateFault {
        return xml(MAIN);
    }

    /** Root of the first part of that kind, e.g. styles, or null. */
    Element related(String kind) throws TemplateFault {
        for (Element link : links()) {
            if (String.valueOf(WordXml.attribute(link, "Type")).endsWith("/" + kind)) {
                return xml(path(link));
            }
        }
        return null;
    }

    /** Root of the part the main part names by this id, or null. */
    Element byId(String id) throws TemplateFault {
        for (Element link : links()) {
            if (id != null && id.equals(WordXml.attribute(link, "Id"))) {
                return xml(path(link));
            }
        }
        return null;
    }

    /** Bytes of the part the main part names by this id. @throws TemplateFault there is none */
    byte[] bytesById(String id) throws TemplateFault {
        for (Element link : links()) {
            if (id != null && id.equals(WordXml.attribute(link, "Id")) && parts.containsKey(path(link))) {
                return parts.get(path(link));
            }
        }
        throw new TemplateFault("Tệp DOCX thiếu một phần mà văn bản dùng.");
    }

    private Iterable<Element> links() throws TemplateFault {
        return WordXml.children(xml("word/_rels/document.xml.rels"));
    }

    private static String path(Element link) {
        String target = String.valueOf(WordXml.attribute(link, "Target"));
        return target.startsWith("/") ? target.substring(1) : "word/" + target;
    }

    private Element xml(String name) throws TemplateFault {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new TemplateFault("Tệp DOCX thiếu phần " + name + ".");
        }
        try (InputStream in = new ByteArrayInputStream(part)) {
            return DocumentHelper.readDocument(in).getDocumentElement();
        } catch (IOException | SAXException e) {
            throw new TemplateFault("Tệp DOCX có phần không đọc được: " + name + ".", e);
        }
    }
}
