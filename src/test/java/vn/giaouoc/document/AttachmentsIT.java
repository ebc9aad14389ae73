package vn.giaouoc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.test.IntegrationTest;

class AttachmentsIT extends IntegrationTest {

    private static final Actor OWNER = new Actor("canbo.sgddt", Set.of("unit-sgddt"));
    private static final Actor OTHER = new Actor("canbo.syt", Set.of("unit-syt"));
    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    Attachments attachments;

    @Test
    void theKindIsFoundInTheContentAndMustFitTheName() throws IOException {
        assertThat(attachments.upload(OWNER, "kế hoạch.pdf", PDF).mediaType()).isEqualTo("application/pdf");
        assertThat(attachments.upload(OWNER, "C:\\vb\\bản.docx", office("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")).name()).isEqualTo("bản.docx");
        refused("lua.docx", PDF, "Tệp “lua.docx” không phải là DOCX: nội dung bên trong là PDF");
        refused("virus.pdf", "MZ....".getBytes(StandardCharsets.US_ASCII), "Tệp “virus.pdf” không phải là PDF");
        refused("virus.exe", "MZ....".getBytes(StandardCharsets.US_ASCII), "chỉ nhận PDF, DOCX");
        refused("trang.pdf", "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII), "không phải là PDF");
        refused("macro.docx", office("application/vnd.ms-word.document.macroEnabled.main+xml"), "có chứa macro");
        refused("rong.pdf", new byte[0], "Tệp rỗng");
        refused("", PDF, "Tên tệp trống");
        refused("lon.pdf", new byte[21 * 1024 * 1024], "20 MB");
    }

    @Test
    void anUploadBelongsToItsUploaderUntilItIsBoundAndIsThenKept() {
        AttachmentView file = attachments.upload(OWNER, "a.pdf", PDF);
        assertThat(attachments.get(OWNER, file.id()).sha256()).hasSize(64);
        assertThatThrownBy(() -> attachments.get(OTHER, file.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attachments.discard(OTHER, file.id())).isInstanceOf(NotFound.class);
        List<FileRef> named = List.of(new FileRef(file.id(), file.name()));
        assertThatThrownBy(() -> attachments.bind(OTHER, "PT-1900-001", "PLAN", named)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> attachments.check(OWNER, "x", List.of(named.get(0), named.get(0)), "files"))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("trùng nhau");
        attachments.bind(OWNER, "PT-1900-001", "PLAN", named);
        assertThatThrownBy(() -> attachments.discard(OWNER, file.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attachments.get(OWNER, file.id())).as("now the case decides").isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({"327, 327", "327/KH-UBND, 327", "' 05 ', 5", "5/KH-UBND, 5"})
    void numbersAreReadAsClerksTypeThem(String typed, int value) {
        assertThat(PaperNumber.read(typed, "KH-UBND", "number").value()).isEqualTo(value);
    }

    @Test
    void numbersBelowTenArePrintedWithAZero() {
        assertThat(PaperNumber.read("5", "KH-UBND", "number").text()).isEqualTo("05/KH-UBND");
    }

    @ParameterizedTest
    @CsvSource({"''", "0", "-1", "327/kh ubnd", "ba trăm", "1234567"})
    void otherNumbersAreRefused(String typed) {
        assertThatThrownBy(() -> PaperNumber.read(typed, "KH-UBND", "number")).isInstanceOf(InvalidInput.class);
    }

    private void refused(String name, byte[] content, String says) {
        assertThatThrownBy(() -> attachments.upload(OWNER, name, content)).isInstanceOf(InvalidInput.class).hasMessageContaining(says);
    }

    /** The part of an Office file that says what it is. */
    private static byte[] office(String contentType) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(("<Types><Override ContentType=\"" + contentType + "\"/></Types>").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
