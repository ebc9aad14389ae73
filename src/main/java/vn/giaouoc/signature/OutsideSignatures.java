package vn.giaouoc.signature;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlObjectModification;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.ServiceLoaderPdfObjFactory;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.signature.SignerFound.CertificateState;

/**
 * Signatures with digital certificates made outside the product (PAdES), checked offline: is every signature intact, was
 * anything appended, what does the certificate say. Nothing is asked over the network, so revocation is known only when
 * the file itself carries proof of it. This is no legal validation of a chữ ký số; the official sees what was not checked.
 */
@Service
public class OutsideSignatures {

    /** Largest file, bytes: that of attachments. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(OutsideSignatures.class);
    private static final String FIELD = "file";
    private static final int MOST_SIGNATURES = 200;
    /** What the PDF calls the value of a field that was signed (ISO 32000-1, 12.8). */
    private static final Set<String> SIGNATURE_TYPES = Set.of("Sig", "DocTimeStamp");
    private static final byte[] HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final CommonTrustedCertificateSource trusted;
    private final DateTimeFormatter time;

    OutsideSignatures(SigningSettings settings, @Value("${giaouoc.zone}") ZoneId zone) {
        this.trusted = settings.trusted() == null ? new CommonTrustedCertificateSource() : read(settings.trusted());
        this.time = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(zone);
    }

    static CommonTrustedCertificateSource read(Path pem) {
        var source = new CommonTrustedCertificateSource();
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                source.addCertificate(new CertificateToken((X509Certificate) certificate));
            }
            return source;
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("Không đọc được chứng thư tin cậy / the trusted certificates cannot be read: " + pem
                    + " (GIAOUOC_TRUSTED_CERTIFICATES)", e);
        }
    }

    /**
     * The signatures of a PDF in the order they were made; empty when it has none.
     *
     * @throws InvalidInput at {@code file}: no readable PDF, protected by a password, too large, too many signatures
     */
    public List<SignerFound> verify(byte[] pdf) {
        return verify(pdf, trusted);
    }

    List<SignerFound> verify(byte[] pdf, CommonTrustedCertificateSource anchors) {
        if (pdf == null || pdf.length == 0 || pdf.length > LARGEST) {
            throw new InvalidInput(FIELD, "Tệp PDF trống hoặc lớn hơn 20 MB.");
        }
        if (!Arrays.equals(HEAD, Arrays.copyOf(pdf, HEAD.length))) {
            throw new InvalidInput(FIELD, "Tệp này không phải PDF.");
        }
        return diagnosis(pdf, anchors).getSignatures().stream().sorted(Comparator.comparing(OutsideSignatures::end))
                .map(this::found).toList();
    }

    /** What is uploaded may be made to hurt: whatever the parser trips over is an unreadable file, not a fault of ours. */
    private static DiagnosticData diagnosis(byte[] pdf, CommonTrustedCertificateSource anchors) {
        try {
            var validator = new PDFDocumentValidator(new InMemoryDocument(pdf, "document.pdf"));
            validator.setPdfObjFactory(withoutRendering());
            validator.setCertificateVerifier(offline(anchors));
            if (validator.getSignatures().size() > MOST_SIGNATURES) {
                throw new InvalidInput(FIELD, "Tệp có quá " + MOST_SIGNATURES + " chữ ký.");
            }
            return new DiagnosticData(validator.getDiagnosticData());
        } catch (InvalidInput refusal) {
            throw refusal;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.info("Uploaded PDF cannot be read: {}", e.toString());
            throw new InvalidInput(FIELD, "Không đọc được tệp PDF: tệp hỏng, không đầy đủ hoặc được bảo vệ bằng mật khẩu.");
        }
    }

    /** Pictures of pages would tell no more than the objects do, and a page may be made as large as a field. */
    private static ServiceLoaderPdfObjFactory withoutRendering() {
        var differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        var factory = new ServiceLoaderPdfObjFactory();
        factory.setPdfDifferencesFinder(differences);
        return factory;
    }

    private static CommonCertificateVerifier offline(CommonTrustedCertificateSource anchors) {
        var verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null);
        verifier.setCrlSource(null);
        verifier.setOcspSource(null);
        verifier.setTrustedCertSources(anchors);
        return verifier;
    }

    /** Last byte that a signature covers: later signatures cover more. */
    private static long end(SignatureWrapper signature) {
        PDFRevisionWrapper revision = signature.getPDFRevision();
        if (revision == null || revision.getSignatureByteRange() == null || revision.getSignatureByteRange().size() != 4) {
            return 0;
        }
        return revision.getSignatureByteRange().get(2).longValue() + revision.getSignatureByteRange().get(3).longValue();
    }

    private SignerFound found(SignatureWrapper signature) {
        boolean intact = intact(signature);
        boolean whole = whole(signature.getPDFRevision());
        CertificateWrapper certificate = signature.getSigningCertificate();
        Instant claimed = instant(signature.getClaimedSigningTime());
        CertificateState state = state(certificate, claimed);
        String name = name(certificate);
        return new SignerFound(name, certificate == null ? null : certificate.getOrganizationName(), claimed, intact, whole, state,
                issuer(certificate), certificate == null ? null : instant(certificate.getNotBefore()),
                certificate == null ? null : instant(certificate.getNotAfter()), summary(name, claimed, intact, whole, state));
    }

    private static boolean intact(SignatureWrapper signature) {
        PDFRevisionWrapper revision = signature.getPDFRevision();
        return signature.isSignatureIntact() && signature.isSignatureValid() && revision != null && revision.isSignatureByteRangeValid()
                && signature.getDigestMatchers().stream().allMatch(digest -> digest.isDataFound() && digest.isDataIntact());
    }

    /** Further signatures and the proofs of long-term archives may follow; notes, filled fields and other objects may not. */
    private static boolean whole(PDFRevisionWrapper revision) {
        return revision != null && !revision.arePdfModificationsDetected() && revision.getPdfAnnotationChanges().isEmpty()
                && revision.getPdfUndefinedChanges().isEmpty()
                && revision.getPdfSignatureOrFormFillChanges().stream().noneMatch(OutsideSignatures::fillsAField);
    }

    private static boolean fillsAField(XmlObjectModification change) {
        boolean signs = change.getType() == null ? change.getFieldName() == null : SIGNATURE_TYPES.contains(change.getType());
        return !signs;
    }

    private static CertificateState state(CertificateWrapper certificate, Instant signedAt) {
        if (certificate == null || certificate.getNotBefore() == null || certificate.getNotAfter() == null) {
            return CertificateState.MISSING;
        }
        if (certificate.getCertificateRevocationData().stream().anyMatch(data -> data.isRevoked())) {
            return CertificateState.REVOKED;
        }
        if (signedAt == null || signedAt.isBefore(instant(certificate.getNotBefore()))
                || signedAt.isAfter(instant(certificate.getNotAfter()))) {
            return CertificateState.OUT_OF_TIME;
        }
        if (certificate.isTrustedChain()) {
            return CertificateState.TRUSTED;
        }
        return certificate.isSelfSigned() ? CertificateState.SELF_SIGNED : CertificateState.UNKNOWN_ISSUER;
    }

    private static String name(CertificateWrapper certificate) {
        if (certificate == null) {
            return "Không rõ";
        }
        return certificate.getCommonName() == null ? certificate.getReadableCertificateName() : certificate.getCommonName();
    }

    private static String issuer(CertificateWrapper certificate) {
        return certificate == null ? null : certificate.getCertificateIssuerDN();
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    private String summary(String name, Instant signedAt, boolean intact, boolean whole, CertificateState state) {
        String when = signedAt == null ? "không ghi thời điểm ký" : "ký lúc " + time.format(signedAt) + " theo máy của người ký";
        String content = !intact ? "NỘI DUNG ĐÃ BỊ SỬA SAU KHI KÝ, chữ ký không còn giá trị"
                : whole ? "nội dung được ký còn nguyên vẹn" : "phần được ký còn nguyên vẹn nhưng CÓ NỘI DUNG BỊ THÊM HOẶC SỬA sau khi ký";
        return name + ": " + when + "; " + content + "; " + state.label() + ".";
    }
}
