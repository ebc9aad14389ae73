package vn.giaouoc.platform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Outside the trial profile the product starts only with explicit credentials, and says which of them is missing. */
public class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Map<String, String> REQUIRED = Map.of(
            "GIAOUOC_DB_URL", "địa chỉ cơ sở dữ liệu PostgreSQL / JDBC address of the database",
            "GIAOUOC_DB_USER", "tài khoản cơ sở dữ liệu / database user",
            "GIAOUOC_DB_PASSWORD", "mật khẩu cơ sở dữ liệu / database password",
            "GIAOUOC_ADMIN_USER", "tên đăng nhập quản trị ban đầu / initial administrator's id",
            "GIAOUOC_SIGNING_KEY_FILE", "tệp khóa ký của máy chủ (PKCS#12) / the server's signing key",
            "GIAOUOC_SIGNING_KEY_PASSWORD", "mật khẩu tệp khóa ký / its password",
            "GIAOUOC_PUBLIC_URL", "địa chỉ người dùng truy cập, in trong mã QR / address printed in QR codes",
            "GIAOUOC_ADMIN_PASSWORD", "mật khẩu quản trị ban đầu / initial administrator's password");

    private static final Map<String, String> WITH_MAIL = Map.of(
            "GIAOUOC_MAIL_FROM", "địa chỉ gửi thư, khi có máy chủ thư / the sender's address, where there is a mail server");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("trial | test"))) {
            return;
        }
        Map<String, String> required = new TreeMap<>(REQUIRED);
        if (!environment.getProperty("GIAOUOC_MAIL_HOST", "").isBlank()) {
            required.putAll(WITH_MAIL);
        }
        List<String> missing = required.entrySet().stream()
                .filter(setting -> environment.getProperty(setting.getKey(), "").isBlank())
                .map(setting -> "  " + setting.getKey() + " – " + setting.getValue())
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingSettings(missing);
        }
    }

    /** Shown by {@link MissingSettingsAnalyzer} without a stack trace. */
    static final class MissingSettings extends RuntimeException {

        MissingSettings(List<String> missing) {
            super(String.join(System.lineSeparator(), missing));
        }
    }
}
