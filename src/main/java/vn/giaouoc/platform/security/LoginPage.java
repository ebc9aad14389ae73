package vn.giaouoc.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

/** The one login page, for the web applications and our own pages alike. */
@Controller
class LoginPage {

    private static final Map<String, String> ERRORS = Map.of(
            "wrong", "Tên đăng nhập hoặc mật khẩu không đúng.",
            "locked", "Tài khoản đã bị khóa vì nhập sai mật khẩu nhiều lần. Hãy nhờ quản trị viên mở khóa.",
            "many", "Địa chỉ này đã nhập sai mật khẩu quá nhiều lần. Hãy thử lại sau 5 phút.",
            "expired", "Trang đăng nhập đã mở quá lâu. Hãy đăng nhập lại.");

    private final CurrentActor actor;
    private final String page;

    LoginPage(CurrentActor actor) throws IOException {
        this.actor = actor;
        this.page = new ClassPathResource("templates/login.html").getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/login")
    ResponseEntity<String> show(HttpServletRequest request, @RequestParam(required = false) String error,
            @RequestParam(required = false) String logout) {
        if (actor.present() && error == null) {
            return ResponseEntity.status(302).header(HttpHeaders.LOCATION, request.getContextPath() + "/").build();
        }
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        String html = page.replace("{{message}}", message(error, logout)).replace("{{csrf}}", HtmlUtils.htmlEscape(token.getToken()));
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8)).body(html);
    }

    private static String message(String error, String logout) {
        if (error != null) {
            String text = ERRORS.getOrDefault(error, ERRORS.get("wrong"));
            return "<p class=\"message error\" role=\"alert\">" + HtmlUtils.htmlEscape(text, "UTF-8") + "</p>";
        }
        return logout == null ? "" : "<p class=\"message\" role=\"status\">Bạn đã đăng xuất.</p>";
    }
}
