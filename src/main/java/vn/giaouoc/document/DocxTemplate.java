package vn.giaouoc.document;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.template.IterableTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.giaouoc.document.PaperTag.Kind;

/**
 * Fills a template of Word. Only the places of {@link PaperTags} are taken: the template language could also load pictures
 * and other files by an address, which would then come from what people type.
 */
final class DocxTemplate {

    private static final Configure LANGUAGE = language();

    private DocxTemplate() {
    }

    /** @throws TemplateFault the file cannot be read, or names a place there is not */
    static byte[] fill(byte[] template, PaperContent paper) throws TemplateFault {
        try (XWPFTemplate open = XWPFTemplate.compile(new ByteArrayInputStream(template), LANGUAGE);
             var docx = new ByteArrayOutputStream()) {
            check(open.getElementTemplates(), PaperTags.ALL, false);
            open.render(PaperTags.values(paper));
            dropHalfUnderlines((Element) open.getXWPFDocument().getDocument().getDomNode());
            open.getXWPFDocument().getProperties().getCoreProperties().setTitle(PaperTags.clean(paper.title()));
            open.write(docx);
            return docx.toByteArray();
        } catch (IOException | RuntimeException e) { // what a damaged file does to the libraries is theirs to know
            throw new TemplateFault("Không đọc được mẫu. Mỗi {{?…}} phải có {{/…}} cùng tên ở cùng một ô hoặc cùng phần văn bản.", e);
        }
    }

    /** Where a place shares its run with other text, the library leaves an underline of no kind behind. */
    private static void dropHalfUnderlines(Element document) {
        NodeList underlines = document.getElementsByTagNameNS("*", "u");
        for (int i = underlines.getLength() - 1; i >= 0; i--) {
            Element underline = (Element) underlines.item(i);
            if (WordXml.attribute(underline, "val") == null) {
                underline.getParentNode().removeChild(underline);
            }
        }
    }

    private static Configure language() {
        Configure language = Configure.builder().useDefaultEL(true).addPlugin('#', new DrawnPlace()).build();
        language.getDefaultPolicys().keySet().removeAll(Set.of('@', '*', '+')); // pictures, lists, other documents
        return language;
    }

    private static void check(List<MetaTemplate> found, List<PaperTag> known, boolean inText) throws TemplateFault {
        for (MetaTemplate place : found) {
            if (place instanceof IterableTemplate block) {
                PaperTag tag = known(block.getStartMark(), known);
                boolean text = tag.kind() == Kind.TEXT || tag.kind() == Kind.TEXTS;
                check(block.getTemplates(), tag.kind() == Kind.FLAG ? known : tag.inner(), text);
            } else if (!(place instanceof RunTemplate run)) {
                throw new TemplateFault("Mẫu có hình ảnh hoặc biểu đồ mang chỗ điền " + place.variable() + ".");
            } else if (!(inText && run.getTagName().equals("#this"))) {
                known(run, known);
            }
        }
    }

    /** The place this tag names, in one of the ways its kind is written. */
    private static PaperTag known(RunTemplate run, List<PaperTag> known) throws TemplateFault {
        return known.stream().filter(tag -> tag.name().equals(run.getTagName()) && fits(run.getSign(), tag.kind())).findFirst()
                .orElseThrow(() -> new TemplateFault("Không có chỗ điền " + run.getSource() + " ở vị trí này."));
    }

    private static boolean fits(char sign, Kind kind) {
        return switch (sign) {
            case '?' -> !kind.drawn();
            case '#' -> kind.drawn();
            default -> kind == Kind.TEXT;
        };
    }
}
