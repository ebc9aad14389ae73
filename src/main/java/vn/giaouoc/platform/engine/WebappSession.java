package vn.giaouoc.platform.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import vn.giaouoc.platform.security.BehindLogin;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.Actor;

/**
 * One session for the web applications and everything else: the signed-in person is put where Camunda's filters look,
 * and signing out in a web application ends the whole session. Does what Camunda's container authentication filter
 * does, and follows a change of groups, which that one does not.
 */
@Component
@Order(20)
class WebappSession implements BehindLogin {

    private static final String ENGINE = "default";
    private static final String LOGOUT = "/camunda/api/admin/auth/user/" + ENGINE + "/logout";

    private final CurrentActor currentActor;

    WebappSession(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/camunda/") && currentActor.present()) {
            signIn(request.getSession(), currentActor.get());
            if (isPage(request)) {
                renewToken(request);
            }
        }
        rest.doFilter(request, response);
        if (path.equals(LOGOUT) && "POST".equals(request.getMethod()) && response.getStatus() < 300) {
            new SecurityContextLogoutHandler().logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        }
    }

    /** Whether the request asks for a page of the web applications: {@code /camunda/app/tasklist/default/}. */
    static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return "GET".equals(request.getMethod()) && path.startsWith("/camunda/app/") && path.endsWith("/");
    }

    /**
     * Camunda hands its token out once a session, with the first page. When that page is reloaded before it has arrived the browser never gets
     * the token, and its next request would be refused and end the session. A page for a browser without the session's token brings a new one.
     */
    private static void renewToken(HttpServletRequest request) {
        Object token = request.getSession().getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        Cookie cookie = WebUtils.getCookie(request, CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME);
        if (token != null && (cookie == null || !token.equals(cookie.getValue()))) {
            request.getSession().removeAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        }
    }

    private static void signIn(HttpSession session, Actor actor) {
        Authentications all = AuthenticationUtil.getAuthsFromSession(session);
        UserAuthentication known = (UserAuthentication) all.getAuthenticationForProcessEngine(ENGINE);
        if (known != null && known.getIdentityId().equals(actor.userId())
                && new HashSet<>(known.getGroupIds()).equals(actor.groups())) {
            return;
        }
        UserAuthentication current =
                AuthenticationUtil.createAuthentication(ENGINE, actor.userId(), List.copyOf(actor.groups()), List.of());
        if (current == null) {
            all.removeByEngineName(ENGINE); // the account was deleted a moment ago
        } else {
            all.addOrReplace(current);
        }
        AuthenticationUtil.updateSession(session, all);
    }
}
