package vn.giaouoc.platform.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closed by default: without sign-in only health, the login page and its few files answer.
 *
 * <p>Two chains. People have one session for the web applications, the forms' calls and our pages. Machines send Basic
 * with each request to {@code /api/v1}, {@code /engine-rest} and the metrics, and have no session; only integration
 * clients and administrators may.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    /** Cookie and header of our own CSRF token; Camunda's web applications have theirs ({@code XSRF-TOKEN}). */
    static final String CSRF_COOKIE = "GU-XSRF";
    static final String CSRF_HEADER = "X-GU-XSRF";

    private static final String OUR_PAGES = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";
    /** Swagger's page styles itself inline. */
    private static final String API_PAGES = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** A letter, a digit or one of {@code -._~} as percent code: no client has a reason to (RFC 3986, 2.3). */
    private static final Pattern NEEDLESSLY_ENCODED = Pattern.compile("(?i)%(2[DE]|3[0-9]|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9AE])");

    private static final RequestMatcher CAMUNDA = request -> path(request).startsWith("/camunda/");
    private static final RequestMatcher API_PAGE = request -> path(request).startsWith("/api/v1/docs")
            || path(request).startsWith("/api/v1/swagger-ui");
    private static final RequestMatcher OUR_PAGE =
            request -> !CAMUNDA.matches(request) && !API_PAGE.matches(request);
    private static final RequestMatcher STATIC = request -> {
        String path = path(request);
        return path.startsWith("/camunda/app/") && !path.endsWith("/") || path.startsWith("/camunda/lib/")
                || path.startsWith("/camunda/assets/") || path.startsWith("/login-assets/");
    };
    private static final RequestMatcher PAGE_VIEW = request -> "GET".equals(request.getMethod())
            && accepts(request, MediaType.TEXT_HTML_VALUE)
            && !path(request).startsWith("/camunda/api/") && !path(request).startsWith("/api/forms/");

    private final SignIn signIn;
    private final Accounts accounts;
    private final List<BehindLogin> steps;
    private final Environment environment;

    SecurityChains(SignIn signIn, Accounts accounts, List<BehindLogin> steps, Environment environment) {
        this.environment = environment;
        this.signIn = signIn;
        this.accounts = accounts;
        this.steps = steps;
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        headers(http);
        return http
                .securityMatcher(SecurityChains::isMachine)
                .authenticationProvider(signIn)
                .csrf(AbstractHttpConfigurer::disable) // no cookie counts here, so none can be abused
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(SecurityChains::challenge))
                .exceptionHandling(e -> e.authenticationEntryPoint(SecurityChains::challenge)
                        .accessDeniedHandler((request, response, refused) -> forbidden().write(response)))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers("/api/v1/organisation/**", "/api/v1/templates/**", "/api/v1/calendar/**").hasAuthority(Roles.ADMIN)
                        .anyRequest().hasAnyAuthority(Roles.INTEGRATION, Roles.ADMIN))
                .addFilterAfter(new Steps(steps), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
        headers(http);
        csrf(http);
        return http
                .authenticationProvider(signIn)
                .securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(session -> session
                        // A new one, not the old with a new id: nothing of a former user's engine session survives.
                        .sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::newSession))
                .requestCache(cache -> cache.requestCache(savedPages()))
                .formLogin(form -> form.loginPage("/login").loginProcessingUrl("/login").defaultSuccessUrl("/")
                        .failureHandler(backToLogin()).permitAll())
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?logout").deleteCookies("GUSESSION"))
                .exceptionHandling(e -> e.authenticationEntryPoint(SecurityChains::askToSignIn)
                        .accessDeniedHandler(SecurityChains::refuse))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(HttpMethod.GET, "/login-assets/**", "/favicon.ico",
                                "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness").permitAll()
                        .requestMatchers(HttpMethod.GET, "/login").permitAll()
                        .requestMatchers("/xac-minh", "/xac-minh/*").access(this::mayVerify)
                        .requestMatchers("/actuator/prometheus", "/camunda/app/admin/**", "/giaouoc/organisation.html",
                                "/giaouoc/organisation.js", "/giaouoc/templates.*", "/giaouoc/mails.*", "/api/mails/**", "/api/trial/mails",
                                "/api/v1/organisation/**", "/api/v1/templates/**").hasAuthority(Roles.ADMIN)
                        .requestMatchers("/giaouoc/calendar.*", "/api/v1/calendar/**").hasAnyAuthority(Roles.PLANNERS)
                        .requestMatchers(HttpMethod.PUT, "/api/trial/**").hasAuthority(Roles.ADMIN)
                        .requestMatchers("/actuator/**", "/plugin/**", "/camunda-welcome/**").denyAll()
                        .requestMatchers("/camunda/app/cockpit/**").hasAnyAuthority(Roles.SUPERVISOR, Roles.ADMIN)
                        .anyRequest().authenticated())
                .addFilterBefore(new FreshGroups(accounts, contexts), AuthorizationFilter.class)
                .addFilterAfter(new Steps(steps), AuthorizationFilter.class)
                .build();
    }

    /** The page behind the QR codes of papers is everybody's only where the office says so. */
    private AuthorizationDecision mayVerify(Supplier<Authentication> who, RequestAuthorizationContext request) {
        boolean open = environment.getProperty("giaouoc.verify-public", Boolean.class, false);
        return open ? new AuthorizationDecision(true) : AuthenticatedAuthorizationManager.authenticated().check(who, request);
    }

    /**
     * An address has one spelling: our steps and the chains compare it as it was sent, controllers are found by what it decodes to. What
     * {@code /%61pi} means to one, it must mean to the other.
     */
    @Bean
    HttpFirewall oneSpelling() {
        return new StrictHttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) throws RequestRejectedException {
                if (NEEDLESSLY_ENCODED.matcher(request.getRequestURI()).find()) {
                    throw new RequestRejectedException("A letter, digit or one of -._~ is encoded: " + request.getRequestURI());
                }
                return super.getFirewalledRequest(request);
            }
        };
    }

    /** Addresses and methods that two parties could read in two ways, refused in our own words. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, rejected) -> Problem.of(400, "Địa chỉ hoặc phương thức của yêu cầu không hợp lệ.").write(response);
    }

    private static void csrf(HttpSecurity http) throws Exception {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse(); // our forms' script reads it
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setHeaderName(CSRF_HEADER);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        tokens.setCookiePath("/");
        http.csrf(csrf -> csrf.csrfTokenRepository(tokens)
                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                .ignoringRequestMatchers(CAMUNDA) // Camunda's own filter checks those, with its own token
                .ignoringRequestMatchers("/xac-minh", "/xac-minh/*")); // compares a file and changes nothing
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .contentTypeOptions(Customizer.withDefaults())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(STATIC,
                        new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "private, no-cache")))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(STATIC),
                        new CacheControlHeadersWriter()))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(API_PAGE,
                        new StaticHeadersWriter("Content-Security-Policy", API_PAGES)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(OUR_PAGE,
                        new StaticHeadersWriter("Content-Security-Policy", OUR_PAGES))));
    }

    private static HttpSessionRequestCache savedPages() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(PAGE_VIEW);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static AuthenticationFailureHandler backToLogin() {
        return (request, response, failure) -> {
            String why = failure instanceof LockedException ? "locked"
                    : failure instanceof SignIn.TooManyAttempts ? "many" : "wrong";
            response.sendRedirect(request.getContextPath() + "/login?error=" + why);
        };
    }

    private static boolean isMachine(HttpServletRequest request) {
        String path = path(request);
        if (path.startsWith("/engine-rest")) {
            return true;
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean basic = authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
        return basic && (path.startsWith("/api/v1/") || path.equals("/actuator/prometheus"));
    }

    /** Programs are told the scheme; a browser is not, or it would keep the password and send it from any page. */
    private static void challenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof SignIn.TooManyAttempts) {
            Problem.of(429, "Địa chỉ này đã nhập sai mật khẩu quá nhiều lần. Hãy thử lại sau 5 phút.").write(response);
            return;
        }
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Giao Uoc\", charset=\"UTF-8\"");
        }
        Problem.of(401, "Cần tên đăng nhập và mật khẩu đúng của tài khoản tích hợp.").write(response);
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (PAGE_VIEW.matches(request)) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            Problem.of(401, "Bạn chưa đăng nhập hoặc phiên làm việc đã hết. Hãy đăng nhập lại.").write(response);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException refused)
            throws IOException {
        if (path(request).equals("/login") || path(request).equals("/logout")) {
            response.sendRedirect(request.getContextPath() + "/login?error=expired"); // token of an old page
        } else if (PAGE_VIEW.matches(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            forbidden().write(response);
        }
    }

    private static Problem forbidden() {
        return Problem.of(403, "Bạn không có quyền thực hiện việc này, hoặc trang đã mở quá lâu: hãy tải lại trang rồi thử lại.");
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(type);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** Runs the {@link BehindLogin} steps one after the other, and hands out the CSRF cookie. */
    private static final class Steps extends OncePerRequestFilter {

        private final List<BehindLogin> steps;

        Steps(List<BehindLogin> steps) {
            this.steps = steps;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token && !STATIC.matches(request)) {
                token.getToken(); // read once, so that the cookie is there before a form needs it
            }
            next(steps.iterator(), chain).doFilter(request, response);
        }

        private FilterChain next(Iterator<BehindLogin> left, FilterChain end) {
            return !left.hasNext() ? end : (request, response) -> {
                BehindLogin step = left.next();
                step.pass((HttpServletRequest) request, (HttpServletResponse) response, next(left, end));
            };
        }
    }
}
