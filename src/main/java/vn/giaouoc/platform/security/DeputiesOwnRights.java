package vn.giaouoc.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Actor;

/**
 * A deputy changes things for an absent person through tasks only, where the ground is checked and both names are kept. Whatever else
 * changes something, it does with its own groups. Reading is free, or it could not understand its tasks.
 */
@Component
@Order(1)
class DeputiesOwnRights implements BehindLogin {

    private static final Set<String> READ = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern OF_TASKS = Pattern.compile("/api/forms/(tasks|start|files)(/.*)?|/api/forms/covenants/[^/]+/[^/]+/(identity|meanings)");

    private final CurrentActor currentActor;
    private final Accounts accounts;

    DeputiesOwnRights(CurrentActor currentActor, Accounts accounts) {
        this.currentActor = currentActor;
        this.accounts = accounts;
    }

    @Override
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith("/api/") || READ.contains(request.getMethod()) || OF_TASKS.matcher(path).matches()
                || !currentActor.present() || !currentActor.get().standsIn()) {
            rest.doFilter(request, response);
            return;
        }
        SecurityContext whole = SecurityContextHolder.getContext();
        Actor actor = currentActor.get();
        Authentication session = whole.getAuthentication();
        SecurityContext own = SecurityContextHolder.createEmptyContext();
        own.setAuthentication(SignIn.signedIn(actor.userId(), accounts.ownGroupsOf(actor.userId()), session.getDetails()));
        SecurityContextHolder.setContext(own);
        try {
            rest.doFilter(request, response);
        } finally {
            SecurityContextHolder.setContext(whole);
        }
    }
}
