package vn.giaouoc.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key of its own for a trial or a test run: made once, kept beside the trial's data. Production brings its own. */
final class TrialKey {

    private static final Duration LIFE = Duration.ofDays(3_650);

    private TrialKey() {
    }

    /** Makes the file unless it is there. */
    static void ensure(Path file, char[] password, Instant now) {
        if (Files.exists(file)) {
            return;
        }
        try {
            OwnFile.folder(file.getParent());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            add(store, "giaouoc-trial", password, now);
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            OwnFile.write(file, bytes.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Không tạo được khóa ký của bản chạy thử / the trial's signing key cannot be made: " + file, e);
        }
    }

    /** Adds an Ed25519 key with a certificate that only says since when it counts. */
    static void add(KeyStore store, String alias, char[] password, Instant from) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var name = new X500Name("CN=" + alias);
        var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(from), Date.from(from.plus(LIFE)), name,
                pair.getPublic());
        try {
            Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate())));
            store.setKeyEntry(alias, pair.getPrivate(), password, new Certificate[] {certificate});
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
