package vn.giaouoc.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/**
 * Prints XHTML as PDF/A-2b with Liberation Serif, which is as wide as Times New Roman, embedded. Pictures
 * are those inside the XHTML; nothing is loaded from anywhere.
 */
final class PdfWriter {

    private static final byte[] REGULAR = font("Regular");
    private static final byte[] BOLD = font("Bold");
    private static final byte[] ITALIC = font("Italic");
    private static final byte[] BOLD_ITALIC = font("BoldItalic");

    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false); // it would log each step of each page
    }

    private PdfWriter() {
    }

    static byte[] pdf(String xhtml) {
        try (var out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            use(builder, REGULAR, 400, FontStyle.NORMAL);
            use(builder, BOLD, 700, FontStyle.NORMAL);
            use(builder, ITALIC, 400, FontStyle.ITALIC);
            use(builder, BOLD_ITALIC, 700, FontStyle.ITALIC);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
            builder.useColorProfile(COLOURS);
            builder.useUnicodeLineBreaker(new AtBlanks());
            builder.useUriResolver((base, address) -> address.startsWith(WordPicture.INSIDE) ? address : null);
            builder.withProducer("Giao Ước");
            builder.withHtmlContent(xhtml, null);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void use(PdfRendererBuilder builder, byte[] font, int weight, FontStyle style) {
        builder.useFont(() -> new ByteArrayInputStream(font), DocxXhtml.FONT, weight, style, true);
    }

    private static byte[] font(String face) {
        try {
            return new ClassPathResource("paper-fonts/LiberationSerif-" + face + ".ttf").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines end at blanks only, as Vietnamese is set: never inside 327/KH-UBND, 20/5/2024 or before the closing "./.". */
    private static final class AtBlanks implements FSTextBreaker {

        private String text = "";
        private int at;

        @Override
        public void setText(String newText) {
            text = newText;
            at = 0;
        }

        @Override
        public int next() {
            if (at >= text.length()) {
                return -1;
            }
            while (at < text.length() && !blank(text.charAt(at))) {
                at++;
            }
            while (at < text.length() && blank(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private static boolean blank(char c) {
            return c == ' ' || c == '\n' || c == '\u200b';
        }
    }
}
