package vn.giaouoc.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The server's keys out of a PKCS#12 file: the newest private key (by its certificate's first day) signs, all certificates
 * in the file verify, so that what an older key signed stays provable after a change of keys.
 */
final class ServerKeys {

    /** What came of checking a signature. */
    enum Check { GOOD, WRONG, UNKNOWN_KEY }

    private final PrivateKey signing;
    private final String currentId;
    private final Map<String, PublicKey> known;

    private ServerKeys(PrivateKey signing, String currentId, Map<String, PublicKey> known) {
        this.signing = signing;
        this.currentId = currentId;
        this.known = Map.copyOf(known);
    }

    /** @throws IllegalStateException telling in both languages what is wrong with the file */
    static ServerKeys read(Path file, char[] password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return of(store, password, file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Không mở được khóa ký của máy chủ / the server's signing key cannot be read: " + file
                    + " (GIAOUOC_SIGNING_KEY_FILE, GIAOUOC_SIGNING_KEY_PASSWORD; docs/operations.md): " + e.getMessage(), e);
        }
    }

    private static ServerKeys of(KeyStore store, char[] password, Path file) throws GeneralSecurityException {
        var known = new HashMap<String, PublicKey>();
        X509Certificate newest = null;
        PrivateKey signing = null;
        for (String alias : Collections.list(store.aliases())) {
            if (!(store.getCertificate(alias) instanceof X509Certificate certificate)) {
                continue; // a secret key: not ours
            }
            known.put(id(certificate.getPublicKey()), certificate.getPublicKey());
            boolean newer = newest == null || certificate.getNotBefore().after(newest.getNotBefore());
            if (store.isKeyEntry(alias) && newer) {
                newest = certificate;
                signing = (PrivateKey) store.getKey(alias, password);
            }
        }
        if (signing == null) {
            throw new IllegalStateException("Tệp khóa không có khóa bí mật / no private key in " + file);
        }
        known.values().forEach(ServerKeys::algorithm);
        return new ServerKeys(signing, id(newest.getPublicKey()), known);
    }

    String currentId() {
        return currentId;
    }

    /** Signature of the text with the current key, Base64. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(algorithm(known.get(currentId)));
            signature.initSign(signing);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Check check(String keyId, String text, String signature) {
        PublicKey key = known.get(keyId);
        if (key == null) {
            return Check.UNKNOWN_KEY;
        }
        try {
            Signature check = Signature.getInstance(algorithm(key));
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature)) ? Check.GOOD : Check.WRONG;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Check.WRONG; // no Base64, or bytes that are no signature at all
        }
    }

    /** First half of the public key's SHA-256, hex. */
    private static String id(PublicKey key) {
        return Digests.sha256(key.getEncoded()).substring(0, 32);
    }

    private static String algorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "EdDSA", "Ed25519" -> "Ed25519";
            case "EC" -> "SHA256withECDSA";
            default -> throw new IllegalStateException("Khóa ký phải là Ed25519 hoặc EC P-256 / "
                    + "the signing key must be Ed25519 or EC P-256, not " + key.getAlgorithm());
        };
    }
}
