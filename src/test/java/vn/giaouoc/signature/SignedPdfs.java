package vn.giaouoc.signature;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.token.KeyStoreSignatureTokenConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** PDFs as they come from outside: signed with certificates made here, then treated as nobody should. */
public final class SignedPdfs {

    private static final char[] PASSWORD = "outside".toCharArray();

    /** A certificate with its key, and who stands behind it. */
    public record Identity(KeyPair pair, X509Certificate certificate, Certificate[] chain) {
    }

    private SignedPdfs() {
    }

    /** @param by null: vouches for itself */
    public static Identity identity(String name, Identity by, Instant from, Duration life) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            var subject = new X500Name("CN=" + name + ",O=Ủy ban nhân dân tỉnh,C=VN");
            X500Name issuer = by == null ? subject : X500Name.getInstance(by.certificate().getSubjectX500Principal().getEncoded());
            PrivateKey issuerKey = by == null ? pair.getPrivate() : by.pair().getPrivate();
            var builder = new JcaX509v3CertificateBuilder(issuer, BigInteger.valueOf(from.getEpochSecond()), Date.from(from), Date.from(from.plus(life)),
                    subject, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(by == null));
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey)));
            Certificate[] chain = by == null ? new Certificate[] {certificate} : new Certificate[] {certificate, by.certificate()};
            return new Identity(pair, certificate, chain);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** One page that says this. */
    public static byte[] unsigned(String text) {
        try (PDDocument document = new PDDocument(); var bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            write(document, page, text, 700);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static byte[] signed(byte[] pdf, Identity who, Instant at) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("signer", who.pair().getPrivate(), PASSWORD, who.chain());
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, PASSWORD);
            try (var token = new KeyStoreSignatureTokenConnection(bytes.toByteArray(), "PKCS12", new PasswordProtection(PASSWORD))) {
                var key = token.getKeys().get(0);
                var parameters = new PAdESSignatureParameters();
                parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
                parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
                parameters.setSigningCertificate(key.getCertificate());
                parameters.setCertificateChain(key.getCertificateChain());
                parameters.bLevel().setSigningDate(Date.from(at));
                var verifier = new CommonCertificateVerifier();
                verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert()); // some sign when they should not
                verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
                var service = new PAdESService(verifier);
                DSSDocument document = new InMemoryDocument(pdf, "x.pdf");
                var value = token.sign(service.getDataToSign(document, parameters), parameters.getDigestAlgorithm(), key);
                var out = new ByteArrayOutputStream();
                service.signDocument(document, parameters, value).writeTo(out);
                return out.toByteArray();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** As a program does that knows nothing of the signature: a line more on the page, saved after what is there. */
    public static byte[] appended(byte[] pdf, String text) {
        try (PDDocument document = Loader.loadPDF(pdf); var bytes = new ByteArrayOutputStream()) {
            PDPage page = document.getPage(0);
            write(document, page, text, 600);
            page.getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One page with a field to be filled in. */
    static byte[] withField() {
        try (PDDocument document = new PDDocument(); var bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDAcroForm form = new PDAcroForm(document);
            PDResources resources = new PDResources();
            resources.put(COSName.HELV, new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 12 Tf 0 g");
            document.getDocumentCatalog().setAcroForm(form);
            PDTextField field = new PDTextField(form);
            field.setPartialName("target");
            form.getFields().add(field);
            field.getWidgets().get(0).setRectangle(new PDRectangle(72, 700, 200, 20));
            field.getWidgets().get(0).setPage(page);
            page.getAnnotations().add(field.getWidgets().get(0));
            field.setValue("95");
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] filled(byte[] pdf, String value) {
        try (PDDocument document = Loader.loadPDF(pdf); var bytes = new ByteArrayOutputStream()) {
            PDField field = document.getDocumentCatalog().getAcroForm().getField("target");
            field.setValue(value);
            field.getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(PDDocument document, PDPage page, String text, int y) throws IOException {
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false, true)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 14);
            content.newLineAtOffset(72, y);
            content.showText(text);
            content.endText();
        }
    }
}
