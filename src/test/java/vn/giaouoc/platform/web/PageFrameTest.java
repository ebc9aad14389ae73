package vn.giaouoc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/** Every page beside Tasklist stands in the one frame. */
class PageFrameTest {

    @Test
    void everyPageHasItsTitleItsScriptAndItsContent() throws IOException {
        Resource[] pages = new PathMatchingResourcePatternResolver().getResources("classpath:/static/giaouoc/*.html");
        assertThat(pages).hasSizeGreaterThan(8);
        var frame = new PageFrame(links(true));
        for (Resource page : pages) {
            String name = page.getFilename().replace(".html", "");
            String html = frame.framed(page);
            assertThat(html).as(name).startsWith("<!DOCTYPE html>").containsOnlyOnce("<title>").containsOnlyOnce("<nav ").containsOnlyOnce("<main").containsOnlyOnce("id=\"sign-out\"").containsOnlyOnce("aria-current")
                    .contains(" – Giao Ước</title>", "src=\"" + name + ".js\"").doesNotContain("{{").endsWith("</html>\n");
            assertThat(new ClassPathResource("static/giaouoc/" + name + ".js").exists()).as(name).isTrue();
        }
    }

    @Test
    void onlyWhatThePersonMaySeeIsLinked() throws IOException {
        String html = new PageFrame(links(false)).framed(new ClassPathResource("static/giaouoc/notices.html"));
        assertThat(html).contains("Cách nhận thông báo</a>").doesNotContain("calendar.html");
    }

    @Test
    void aPageWithoutTitleIsAMistake() {
        assertThatThrownBy(() -> new PageFrame(links(true)).framed(new ByteArrayResource("<main></main>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Of somebody who may see everything, or everything but the calendar. */
    @SuppressWarnings("unchecked")
    private static PageLinks links(boolean calendar) {
        var rights = mock(WebInvocationPrivilegeEvaluator.class);
        when(rights.isAllowed(any(), any(), any(), any())).thenAnswer(call -> calendar || !call.getArgument(1, String.class).contains("calendar"));
        ObjectProvider<WebInvocationPrivilegeEvaluator> provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(rights);
        var environment = new MockEnvironment();
        environment.setActiveProfiles("trial");
        return new PageLinks(provider, environment);
    }
}
