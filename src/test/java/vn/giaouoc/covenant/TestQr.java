package vn.giaouoc.covenant;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws a QR code, and reads one from a page as a telephone would. */
final class TestQr {

    static final byte[] PNG = png(PaperSamples.ADDRESS);

    private TestQr() {
    }

    private static byte[] png(String text) {
        try {
            BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 400, 400);
            var image = new BufferedImage(400, 400, BufferedImage.TYPE_BYTE_BINARY);
            for (int i = 0; i < 400 * 400; i++) {
                image.setRGB(i % 400, i / 400, matrix.get(i % 400, i / 400) ? 0 : 0xffffff);
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (WriterException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the code on the page says; null when there is none. */
    static String read(BufferedImage page) {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true)).getText();
        } catch (NotFoundException | com.google.zxing.ChecksumException | com.google.zxing.FormatException e) {
            return null;
        }
    }
}
