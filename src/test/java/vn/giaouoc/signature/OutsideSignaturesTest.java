package vn.giaouoc.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.signature.SignedPdfs.Identity;
import vn.giaouoc.signature.SignerFound.CertificateState;

/** What is said of PDFs that were signed outside, whatever was done to them. */
class OutsideSignaturesTest {

    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant SIGNED = Instant.parse("2024-03-22T02:30:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Identity AUTHORITY = SignedPdfs.identity("Cơ quan chứng thực", null, FROM, YEAR);
    private static final Identity HEAD = SignedPdfs.identity("Nguyễn Văn Thành", AUTHORITY, FROM, YEAR);
    private static final Identity DEPUTY = SignedPdfs.identity("Trần Thị Mai", null, FROM, YEAR);
    private static final byte[] COVENANT = SignedPdfs.unsigned("Giao uoc thi dua: dat 95 phan tram");
    private static final byte[] BY_HEAD = SignedPdfs.signed(COVENANT, HEAD, SIGNED);

    private final OutsideSignatures signatures = new OutsideSignatures(new SigningSettings("k", "p", false, "", false, ""), ZoneId.of("Asia/Ho_Chi_Minh"));

    @Test
    void anIntactSignatureNamesItsSigner() {
        assertThat(signatures.verify(BY_HEAD)).singleElement().satisfies(found -> {
            assertThat(found.sound()).isTrue();
            assertThat(found.name()).isEqualTo("Nguyễn Văn Thành");
            assertThat(found.organisation()).isEqualTo("Ủy ban nhân dân tỉnh");
            assertThat(found.issuer()).contains("Cơ quan chứng thực");
            assertThat(found.signedAt()).isEqualTo(SIGNED);
            assertThat(found.certificate()).isEqualTo(CertificateState.UNKNOWN_ISSUER);
            assertThat(found.summary()).isEqualTo("Nguyễn Văn Thành: ký lúc 09:30 22/03/2024 theo máy của người ký; nội dung được ký còn nguyên vẹn; "
                    + "chứng thư còn hạn khi ký; chưa xác định được tổ chức chứng thực, chưa kiểm tra thu hồi.");
        });
    }

    @Test
    void anAuthorityTheOfficeNamesIsTrusted() {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(AUTHORITY.certificate()));
        assertThat(signatures.verify(BY_HEAD, trusted)).extracting(SignerFound::certificate).containsExactly(CertificateState.TRUSTED);
    }

    @Test
    void aSecondSignerLeavesTheFirstSignatureWhole() {
        List<SignerFound> both = signatures.verify(SignedPdfs.signed(BY_HEAD, DEPUTY, SIGNED.plusSeconds(3_600)));
        assertThat(both).extracting(SignerFound::name).containsExactly("Nguyễn Văn Thành", "Trần Thị Mai");
        assertThat(both).allMatch(SignerFound::sound);
        assertThat(both.get(1).certificate()).isEqualTo(CertificateState.SELF_SIGNED);
    }

    @Test
    void oneAlteredByteIsFound() {
        byte[] altered = BY_HEAD.clone();
        int version = new String(altered, StandardCharsets.ISO_8859_1).indexOf("%PDF-1.") + 7;
        altered[version] = (byte) (altered[version] == '4' ? '5' : '4');
        assertThat(signatures.verify(altered)).singleElement().satisfies(found -> {
            assertThat(found.intact()).isFalse();
            assertThat(found.summary()).contains("NỘI DUNG ĐÃ BỊ SỬA SAU KHI KÝ");
        });
    }

    @Test
    void appendedContentIsFound() {
        assertThat(signatures.verify(SignedPdfs.appended(BY_HEAD, "Them mot dong"))).singleElement().satisfies(found -> {
            assertThat(found.intact()).isTrue();
            assertThat(found.wholeDocument()).isFalse();
            assertThat(found.summary()).contains("CÓ NỘI DUNG BỊ THÊM HOẶC SỬA sau khi ký");
        });
    }

    @Test
    void contentAppendedBetweenTwoSignaturesIsFoundAtTheFirst() {
        byte[] between = SignedPdfs.signed(SignedPdfs.appended(BY_HEAD, "Them mot dong"), DEPUTY, SIGNED.plusSeconds(3_600));
        assertThat(signatures.verify(between)).extracting(SignerFound::sound).containsExactly(false, true);
    }

    @Test
    void aFieldFilledAfterwardsIsFoundAlsoWhenSomebodySignsThat() {
        byte[] signed = SignedPdfs.signed(SignedPdfs.withField(), HEAD, SIGNED);
        assertThat(signatures.verify(signed)).allMatch(SignerFound::sound);
        byte[] filled = SignedPdfs.filled(signed, "75");
        assertThat(signatures.verify(filled)).extracting(SignerFound::sound).containsExactly(false);
        assertThat(signatures.verify(SignedPdfs.signed(filled, DEPUTY, SIGNED.plusSeconds(60)))).extracting(SignerFound::sound)
                .containsExactly(false, true);
    }

    @Test
    void aCertificateOutOfItsTimeIsSaid() {
        byte[] late = SignedPdfs.signed(COVENANT, HEAD, FROM.plus(YEAR).plusSeconds(1));
        assertThat(signatures.verify(late)).singleElement().satisfies(found -> {
            assertThat(found.sound()).isTrue();
            assertThat(found.certificate()).isEqualTo(CertificateState.OUT_OF_TIME);
        });
    }

    @Test
    void aPdfWithoutSignaturesHasNone() {
        assertThat(signatures.verify(COVENANT)).isEmpty();
    }

    @Test
    void whatIsNoReadablePdfIsRefusedAtTheField() {
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        byte[] pretends = noise.clone();
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, pretends, 0, 9);
        String deep = "%PDF-1.7\n1 0 obj\n" + "[".repeat(200_000) + "]".repeat(200_000) + "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF";
        for (byte[] hostile : new byte[][] {null, {}, noise, "<html>%PDF-1.7</html>".getBytes(), pretends, deep.getBytes(), "%PDF-1.7".getBytes(),
            new byte[OutsideSignatures.LARGEST + 1]}) {
            assertThatThrownBy(() -> signatures.verify(hostile)).isInstanceOfSatisfying(InvalidInput.class,
                    refusal -> assertThat(refusal.errors()).extracting(error -> error.field()).containsExactly("file"));
        }
    }

    /** Cut anywhere, a signed file is unreadable, unsigned or unsound: never taken for whole. */
    @Test
    void aFileThatWasCutOffIsNeverSound() {
        for (int length = 100; length < BY_HEAD.length - 100; length += BY_HEAD.length / 40) {
            byte[] cut = Arrays.copyOf(BY_HEAD, length);
            try {
                assertThat(signatures.verify(cut)).as("cut at %s", length).noneMatch(SignerFound::sound);
            } catch (InvalidInput unreadable) {
                assertThat(unreadable.errors()).isNotEmpty();
            }
        }
    }
}
