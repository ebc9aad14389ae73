package vn.giaouoc.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a PDF says and how it is laid out, read back with PDFBox. */
final class PdfFacts {

    static final float MM = 72 / 25.4f;

    final float version;
    final Set<String> fonts = new HashSet<>();
    boolean allEmbedded = true;
    final List<PDRectangle> sizes = new ArrayList<>();
    /** Page by page: in the top margin, and below it. */
    final List<String> heads = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();
    float left = Float.MAX_VALUE;
    float right;

    PdfFacts(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            version = document.getVersion();
            for (PDPage page : document.getPages()) {
                sizes.add(page.getMediaBox());
                fonts(page);
            }
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                heads.add(text(document, i, true));
                bodies.add(text(document, i, false));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String text() {
        return String.join("\n", bodies);
    }

    private void fonts(PDPage page) throws IOException {
        for (var name : page.getResources().getFontNames()) {
            PDFont font = page.getResources().getFont(name);
            fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
            allEmbedded &= font.isEmbedded();
        }
    }

    private String text(PDDocument document, int page, boolean head) throws IOException {
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                if (letter.getYDirAdj() < 20 * MM == head) {
                    super.processTextPosition(letter);
                    if (!head && !letter.getUnicode().isBlank()) {
                        left = Math.min(left, letter.getXDirAdj());
                        right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
                    }
                }
            }
        };
        reader.setStartPage(page);
        reader.setEndPage(page);
        return reader.getText(document).strip();
    }
}
