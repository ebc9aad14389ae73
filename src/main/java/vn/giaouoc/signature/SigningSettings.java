package vn.giaouoc.signature;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the server's key and the anchor are, read once (the tests' folder has a random name). */
@Component
class SigningSettings {

    private final String keyFile;
    private final String password;
    private final boolean generate;
    private final String anchorFile;
    private final boolean anchorAgain;
    private final String trusted;

    SigningSettings(@Value("${giaouoc.signing.key-file}") String keyFile,
                    @Value("${giaouoc.signing.key-password}") String password,
                    @Value("${giaouoc.signing.generate:false}") boolean generate,
                    @Value("${giaouoc.signing.anchor-file:}") String anchorFile,
                    @Value("${giaouoc.signing.anchor-again:false}") boolean anchorAgain,
                    @Value("${giaouoc.signing.trusted-certificates:}") String trusted) {
        this.keyFile = keyFile;
        this.password = password;
        this.generate = generate;
        this.anchorFile = anchorFile;
        this.anchorAgain = anchorAgain;
        this.trusted = trusted;
    }

    Path keyFile() {
        return Path.of(keyFile).toAbsolutePath();
    }

    char[] password() {
        return password.toCharArray();
    }

    /** Only where nothing that matters is signed: trial and tests. */
    boolean generate() {
        return generate;
    }

    /** Beside the key unless the key's folder may only be read. */
    Path anchorFile() {
        return anchorFile.isBlank() ? keyFile().resolveSibling("anchor.json") : Path.of(anchorFile).toAbsolutePath();
    }

    /** Once, after the administrator has found out why the anchor does not fit. */
    boolean anchorAgain() {
        return anchorAgain;
    }

    /** PEM certificates of the authorities whose certificates count as trusted; null when none are named. */
    Path trusted() {
        return trusted.isBlank() ? null : Path.of(trusted).toAbsolutePath();
    }
}
