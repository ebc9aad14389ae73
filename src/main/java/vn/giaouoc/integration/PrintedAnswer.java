package vn.giaouoc.integration;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.giaouoc.document.Printed;

/** A file that this product makes, as a download. */
final class PrintedAnswer {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private PrintedAnswer() {
    }

    /** What is printed: the paper, or the tờ trình that goes with it. */
    enum Document { PAPER, SUBMISSION }

    enum Format { DOCX, PDF }

    /** A printed paper; {@code name} without the ending. */
    static ResponseEntity<byte[]> of(Printed print, Format format, String name) {
        boolean pdf = format == Format.PDF;
        return of(pdf ? print.pdf() : print.docx(), pdf ? MediaType.APPLICATION_PDF_VALUE : DOCX, name + "." + format.name()
                .toLowerCase(Locale.ROOT));
    }

    static ResponseEntity<byte[]> of(byte[] content, String mediaType, String name) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build()
                .toString())
                .header("X-Content-Type-Options", "nosniff").body(content);
    }
}
