package vn.giaouoc.signature;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.security.AttemptLimit;
import vn.giaouoc.platform.security.BehindLogin;

/** Keeps the verify page from being used to guess digests or to keep the server busy, before any upload is read. */
@Component
@Order(2)
class VerifyLimit implements BehindLogin {

    /** Of one address in five minutes. */
    static final int MOST = 120;
    /** Bytes: the largest file and what a form puts around it. */
    private static final long LARGEST = OutsideSignatures.LARGEST + 1024L * 1024;

    private final AttemptLimit limit = new AttemptLimit(MOST, System::nanoTime);
    private final VerifyHtml html;

    VerifyLimit(VerifyHtml html) {
        this.html = html;
    }

    @Override
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.equals("/xac-minh") && !path.startsWith("/xac-minh/")) {
            rest.doFilter(request, response);
            return;
        }
        String address = request.getRemoteAddr();
        if (limit.exceeded(address)) {
            response.setHeader("Retry-After", "300");
            tell(request, response, 429, "Quá nhiều lần kiểm tra", "Địa chỉ này đã kiểm tra quá nhiều lần. Hãy thử lại sau 5 phút.");
            return;
        }
        limit.count(address);
        if (request.getContentLengthLong() > LARGEST) {
            tell(request, response, 413, "Tệp quá lớn", "Tệp so sánh lớn nhất 20 MB.");
        } else {
            rest.doFilter(request, response);
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, int status, String title, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(html.message(request.getContextPath(), title, text).getBytes(StandardCharsets.UTF_8));
    }
}
