package vn.giaouoc.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.common.usermodel.PictureType;

/** Puts the QR code where a template says so. */
final class PicturePlace {

    /** Width and height on paper, millimetres: read by a telephone at arm's length. */
    private static final double SIDE = 28;

    private PicturePlace() {
    }

    static void draw(byte[] png, XWPFRun run) {
        int side = Units.toEMU(SIDE * 72 / 25.4);
        run.setText("", 0);
        try {
            XWPFPicture picture = run.addPicture(new ByteArrayInputStream(png), PictureType.PNG, "ma-qr.png", side, side);
            picture.getCTPicture().getNvPicPr().getCNvPr().setDescr("Mã QR để kiểm tra văn bản");
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("The picture of the program's own is no PNG", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
