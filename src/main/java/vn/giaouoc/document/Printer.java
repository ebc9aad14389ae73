package vn.giaouoc.document;

import org.springframework.stereotype.Service;
import vn.giaouoc.shared.NotFound;

/** Prints papers with the office's templates: one filled DOCX, and the PDF made of that DOCX. */
@Service
public class Printer {

    private final PaperTemplates templates;

    Printer(PaperTemplates templates) {
        this.templates = templates;
    }

    /** With the newest version. @throws NotFound no such template */
    public Printed print(String template, PaperContent content) {
        return print(template, templates.newest(template), content);
    }

    /** As it was printed with that version. @throws NotFound no such template or version */
    public Printed print(String template, int version, PaperContent content) {
        try {
            return press(template, version, templates.content(template, version), content);
        } catch (TemplateFault e) {
            throw new IllegalStateException("Template " + template + " version " + version + " was accepted and does not print", e);
        }
    }

    /** Both forms of a paper. @throws TemplateFault the template cannot be used */
    static Printed press(String template, int version, byte[] content, PaperContent paper) throws TemplateFault {
        byte[] docx = DocxTemplate.fill(content, paper);
        byte[] pdf = PdfWriter.pdf(DocxXhtml.of(docx, PaperTags.clean(paper.title())));
        return new Printed(template, version, docx, pdf);
    }
}
