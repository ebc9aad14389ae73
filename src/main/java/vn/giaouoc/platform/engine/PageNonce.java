package vn.giaouoc.platform.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.giaouoc.platform.security.BehindLogin;

/**
 * A page of Camunda's web applications carries the nonce that its header allows. Camunda keeps the nonce in the servlet context, between
 * header and page, where any other request overwrites it: with two at once the browser refuses the page's scripts and it stays white.
 */
@Component
@Order(30)
class PageNonce implements BehindLogin {

    private static final Pattern ALLOWED = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern CARRIED = Pattern.compile("nonce=\"[^\"]*\"");

    @Override
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws IOException, ServletException {
        if (!WebappSession.isPage(request)) {
            rest.doFilter(request, response);
            return;
        }
        var page = new ContentCachingResponseWrapper(response);
        rest.doFilter(request, page);
        String policy = page.getHeader("Content-Security-Policy");
        Matcher allowed = policy == null ? null : ALLOWED.matcher(policy);
        if (allowed != null && allowed.find()) {
            String body = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
            page.resetBuffer();
            page.getOutputStream().write(CARRIED.matcher(body).replaceAll("nonce=\"" + allowed.group(1) + "\"").getBytes(StandardCharsets.UTF_8));
        }
        page.copyBodyToResponse();
    }
}
