package vn.giaouoc.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.security.BehindLogin;
import vn.giaouoc.platform.security.Problem;

/** JSON of a plan is some hundred kilobytes at most; files have their own limit. */
@Component
@Order(1)
class BodyLimit implements BehindLogin {

    /** Bytes. */
    static final long LARGEST = 2L * 1024 * 1024;

    @Override
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws IOException, ServletException {
        boolean body = request.getHeader("Transfer-Encoding") != null || request.getContentLengthLong() > 0;
        boolean multipart = request.getContentType() != null && request.getContentType().startsWith("multipart/");
        if (body && !multipart && request.getContentLengthLong() < 0) {
            Problem.of(411, "Cần nêu độ dài của dữ liệu (Content-Length).").write(response);
        } else if (body && !multipart && request.getContentLengthLong() > LARGEST) {
            Problem.of(413, "Dữ liệu gửi lên quá lớn.").write(response);
        } else {
            rest.doFilter(request, response);
        }
    }
}
