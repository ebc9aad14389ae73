package vn.giaouoc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;

/** One Vietnamese login page, one session, and what keeps both safe. */
class LoginIT extends IntegrationTest {

    @LocalServerPort
    int port;
    @Autowired
    IdentityService identities;

    @AfterEach
    void unlock() {
        identities.unlockUser("canbo.stc");
    }

    @Test
    void theLoginPageIsVietnameseAndTellsNothingAboutAccounts() {
        Http browser = Http.anonymous(port);
        assertThat(browser.send("GET", "/login", null).body()).contains("Tên đăng nhập", "Mật khẩu");
        for (String user : new String[]{"chuyenvien", "khongco", "' or 1=1"}) {
            assertThat(location(browser.login(user, "sai"))).endsWith("/login?error=wrong");
        }
        assertThat(browser.send("GET", "/login?error=wrong", null).body()).contains("Tên đăng nhập hoặc mật khẩu không đúng.");
        assertThat(browser.send("GET", "/login?error=%3Cscript%3E", null).body()).doesNotContain("<script>");
    }

    @Test
    void oneSessionOpensTheWebAppsTheFormsAndTheApi() {
        Http person = Http.session(port, "chuyenvien");
        for (String path : new String[]{"/camunda/api/engine/engine/default/task", "/api/forms/start/campaign", "/api/v1/campaigns",
                "/giaouoc/gu.js"}) {
            assertThat(person.send("GET", path, null).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void signingInMakesANewSessionAndSigningOutEndsIt() {
        Http browser = Http.anonymous(port);
        browser.send("GET", "/login", null);
        String before = browser.cookie("GUSESSION").orElse("none");
        browser.login("chuyenvien", "trial");
        String after = browser.cookie("GUSESSION").orElseThrow();
        assertThat(after).isNotEqualTo(before);
        browser.send("GET", "/camunda/app/tasklist/default/", null);
        assertThat(browser.send("POST", "/camunda/api/admin/auth/user/default/logout", null).statusCode()).isLessThan(300);
        assertThat(browser.send("GET", "/api/v1/campaigns", null).statusCode()).isEqualTo(401);
        assertThat(browser.send("GET", "/camunda/api/engine/engine/default/task", null).statusCode()).isEqualTo(401);
    }

    @Test
    void aForgedRequestIsRefused() {
        Http person = Http.session(port, "chuyenvien");
        assertThat(person.forge("PUT", "/api/forms/start/campaign/draft", "{\"data\":{}}").statusCode()).isEqualTo(403);
        assertThat(person.forge("POST", "/api/v1/campaigns", "{}").statusCode()).isEqualTo(403);
        HttpResponse<String> own = person.send("PUT", "/api/forms/start/campaign/draft", "{\"data\":{}}");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
        // Camunda's own filter refuses and ends the session.
        assertThat(person.forge("POST", "/camunda/api/engine/engine/default/task/count", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void anAccountIsLockedAfterTooManyWrongPasswords() {
        Http browser = Http.anonymous(port);
        for (int i = 0; i < 10; i++) {
            browser.login("canbo.stc", "sai" + i);
        }
        assertThat(location(browser.login("canbo.stc", "trial"))).endsWith("/login?error=locked");
        identities.unlockUser("canbo.stc");
        assertThat(location(browser.login("canbo.stc", "trial"))).endsWith("/");
    }

    @Test
    void aPageThatWasReloadedBeforeItArrivedEndsNoSession() {
        Http person = Http.session(port, "chuyenvien");
        person.forget("XSRF-TOKEN");
        person.send("GET", "/camunda/app/tasklist/default/", null);
        assertThat(person.send("POST", "/camunda/api/engine/engine/default/task/count", "{}").statusCode()).isEqualTo(200);
        String token = person.cookie("XSRF-TOKEN").orElseThrow();
        person.send("GET", "/camunda/app/tasklist/default/", null);
        assertThat(person.cookie("XSRF-TOKEN")).as("stays while the browser has it").contains(token);
    }

    /** Camunda keeps the nonce where requests take it from each other; with another than its header's a page stays white. */
    @Test
    void aPageCarriesTheNonceOfItsHeaderHoweverManyAreAsked() {
        Http person = Http.session(port, "chuyenvien");
        IntStream.range(0, 60).parallel().forEach(i -> {
            HttpResponse<String> page = person.send("GET", "/camunda/app/tasklist/default/", null);
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            String allowed = policy.replaceAll("(?s).*'nonce-([^']+)'.*", "$1");
            assertThat(page.body()).contains("<script defer").contains("nonce=\"" + allowed + "\"");
            assertThat(page.body().replace("nonce=\"" + allowed + "\"", "")).doesNotContain("nonce=");
        });
    }

    @Test
    void answersCarrySecurityHeadersAndErrorsAreProblems() {
        HttpResponse<String> page = Http.anonymous(port).send("GET", "/login", null);
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'");
        HttpResponse<String> refused = Http.anonymous(port).send("GET", "/api/v1/campaigns", null);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("Bạn chưa đăng nhập");
    }

    @Test
    void peopleDoNotUseBasicAndProgramsHaveNoSession() {
        assertThat(Http.basic(port, "chuyenvien", "trial").send("GET", "/api/v1/campaigns", null).statusCode()).isEqualTo(403);
        assertThat(Http.basic(port, "tichhop", "sai").send("GET", "/api/v1/campaigns", null).statusCode()).isEqualTo(401);
        HttpResponse<String> answer = Http.basic(port, "tichhop", "trial").send("GET", "/api/v1/campaigns", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("GUSESSION"));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
