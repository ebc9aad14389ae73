package vn.giaouoc.platform.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
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
        }
        rest.doFilter(request, response);
        if (path.equals(LOGOUT) && "POST".equals(request.getMethod()) && response.getStatus() < 300) {
            new SecurityContextLogoutHandler().logout(request, response, SecurityContextHolder.getContext().getAuthentication());
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
