package vn.giaouoc.platform.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.security.BehindLogin;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.Actor;

/**
 * Tells the engine who acts in calls to our API and to {@code /engine-rest}, so that its authorizations hold and its
 * operation log names the person. The web applications' calls get theirs from {@link WebappSession}.
 */
@Component
@Order(10)
class EngineAuthentication implements BehindLogin {

    private final IdentityService identities;
    private final CurrentActor currentActor;

    EngineAuthentication(IdentityService identities, CurrentActor currentActor) {
        this.identities = identities;
        this.currentActor = currentActor;
    }

    @Override
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!(path.startsWith("/api/") || path.startsWith("/engine-rest") || path.startsWith("/giaouoc/"))
                || !currentActor.present()) {
            rest.doFilter(request, response);
            return;
        }
        Actor actor = currentActor.get();
        try {
            identities.setAuthentication(actor.userId(), List.copyOf(actor.groups()));
            rest.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }
}
