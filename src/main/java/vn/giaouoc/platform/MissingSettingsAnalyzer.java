package vn.giaouoc.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns missing settings into a short text in both languages instead of a stack trace. */
class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<RequiredSettings.MissingSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RequiredSettings.MissingSettings cause) {
        return new FailureAnalysis(
                "Thiếu biến môi trường / missing environment variables:" + System.lineSeparator() + cause.getMessage(),
                "Đặt các biến trên rồi khởi động lại; chạy thử không cần cấu hình: mvn spring-boot:run / set them and start again; "
                        + "a trial without set-up: mvn spring-boot:run",
                cause);
    }
}
