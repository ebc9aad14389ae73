package vn.giaouoc.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the groups of a session's person again after a few seconds, so that a person who left a unit loses its tasks
 * at once and not with the end of the session; a deleted account ends its sessions.
 */
final class FreshGroups extends OncePerRequestFilter {

    static final long MAX_AGE_NANOS = 15_000_000_000L;

    private final Accounts accounts;
    private final SecurityContextRepository repository;

    FreshGroups(Accounts accounts, SecurityContextRepository repository) {
        this.accounts = accounts;
        this.repository = repository;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Person person
                && System.nanoTime() - person.groupsReadAt() > MAX_AGE_NANOS) {
            refresh(authentication, request, response);
        }
        chain.doFilter(request, response);
    }

    private void refresh(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        Optional<Set<String>> groups = accounts.groupsOf(authentication.getName());
        if (groups.isEmpty()) {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIn.signedIn(authentication.getName(), groups.get(), authentication.getDetails()));
        SecurityContextHolder.setContext(context);
        repository.saveContext(context, request, response);
    }
}
