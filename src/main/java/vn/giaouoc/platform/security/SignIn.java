package vn.giaouoc.platform.security;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs in with the accounts of the office: login page and Basic alike. Authorities are group ids without a prefix. */
@Component
class SignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final Pattern USER_ID = Pattern.compile("[a-z][a-z0-9.-]{1,63}");
    private static final int LONGEST_PASSWORD = 200;

    private final Accounts accounts;
    private final AttemptLimit limit;

    SignIn(Accounts accounts, AttemptLimit limit) {
        this.accounts = accounts;
        this.limit = limit;
    }

    @Override
    public Authentication authenticate(Authentication request) throws AuthenticationException {
        String address = address(request);
        if (limit.exceeded(address)) {
            LOG.warn("Sign-in refused, too many wrong passwords from {}", address);
            throw new TooManyAttempts();
        }
        String userId = request.getName().strip();
        Accounts.Outcome outcome = check(userId, String.valueOf(request.getCredentials()));
        if (outcome == Accounts.Outcome.ACCEPTED) {
            return signedIn(userId, accounts.groupsOf(userId).orElse(Set.of()), request.getDetails());
        }
        limit.count(address);
        if (outcome == Accounts.Outcome.LOCKED) {
            LOG.warn("Sign-in refused, account locked: {} from {}", userId, address);
            throw new LockedException("locked");
        }
        throw new BadCredentialsException("wrong");
    }

    private Accounts.Outcome check(String userId, String password) {
        boolean possible = USER_ID.matcher(userId).matches() && password.length() <= LONGEST_PASSWORD;
        return possible ? accounts.check(userId, password) : Accounts.Outcome.WRONG;
    }

    private static String address(Authentication request) {
        return request.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
    }

    /** A signed-in person with the groups it has now. */
    static Authentication signedIn(String userId, Collection<String> groups, Object details) {
        var token = UsernamePasswordAuthenticationToken.authenticated(new Person(userId, System.nanoTime()), null,
                groups.stream().sorted().map(SimpleGrantedAuthority::new).map(GrantedAuthority.class::cast).toList());
        token.setDetails(details);
        return token;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** This address has to wait, whatever account it names. */
    static final class TooManyAttempts extends AuthenticationException {

        TooManyAttempts() {
            super("too many");
        }
    }
}
