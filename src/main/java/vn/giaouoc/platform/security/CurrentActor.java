package vn.giaouoc.platform.security;

import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotAllowed;

/** The signed-in person of this request. Authorities are engine group ids, without prefix. */
@Component
public class CurrentActor {

    /** @throws NotAllowed when nobody is signed in */
    public Actor get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!isPerson(authentication)) {
            throw new NotAllowed("Bạn cần đăng nhập để thực hiện việc này.");
        }
        return new Actor(authentication.getName(), authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority).collect(Collectors.toSet()));
    }

    /** Whether somebody is signed in. */
    public boolean present() {
        return isPerson(SecurityContextHolder.getContext().getAuthentication());
    }

    private static boolean isPerson(Authentication authentication) {
        return authentication != null && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
    }
}
