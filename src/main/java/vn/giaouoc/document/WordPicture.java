package vn.giaouoc.document;

import static vn.giaouoc.document.WordXml.attribute;
import static vn.giaouoc.document.WordXml.number;

import java.util.Base64;
import org.w3c.dom.Element;

/** A picture in a line of a DOCX, taken from the file itself. */
final class WordPicture {

    /** How an address begins that holds the picture itself. */
    static final String INSIDE = "data:image/png;base64,";

    /** English Metric Units in a point. */
    private static final double EMU = 12_700;

    private WordPicture() {
    }

    /** @throws TemplateFault a drawing of another kind */
    static String html(Element drawing, DocxPackage docx) throws TemplateFault {
        Element extent = first(drawing, "extent");
        byte[] png = docx.bytesById(attribute(first(drawing, "blip"), "embed"));
        if (extent == null || FileKind.of(png).filter(kind -> kind == FileKind.PNG).isEmpty()) {
            throw new TemplateFault("Văn bản có hình không in được ra PDF.");
        }
        return "<img alt=\"\" style=\"width:" + size(extent, "cx") + ";height:" + size(extent, "cy") + "\" src=\"" + INSIDE
                + Base64.getEncoder().encodeToString(png) + "\"/>";
    }

    private static String size(Element extent, String name) {
        return WordPage.pt(number(attribute(extent, name)) / EMU);
    }

    private static Element first(Element parent, String name) {
        return (Element) parent.getElementsByTagNameNS("*", name).item(0);
    }
}
