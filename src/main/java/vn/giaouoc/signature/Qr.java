package vn.giaouoc.signature;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** QR codes on papers and the address they lead to. */
@Component
public class Qr {

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;
    private static final int LARGEST = 2_000;
    private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
            EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 4); // the quiet zone the standard asks for

    private final String publicUrl;

    Qr(@Value("${giaouoc.public-url}") String publicUrl) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Where anybody with the paper (signed in, unless the office lets everybody) checks this digest. */
    public String url(String digest) {
        return publicUrl + "/xac-minh/" + digest;
    }

    /**
     * Black on white, with its quiet zone; the same bytes for the same text.
     *
     * @param pixels width and height, 50–2000
     */
    public byte[] png(String text, int pixels) {
        if (pixels < 50 || pixels > LARGEST) {
            throw new IllegalArgumentException("pixels: " + pixels);
        }
        try {
            BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, pixels, pixels, HINTS);
            var image = new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    image.setRGB(x, y, matrix.get(x, y) ? BLACK : WHITE);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // to memory
        }
    }
}
