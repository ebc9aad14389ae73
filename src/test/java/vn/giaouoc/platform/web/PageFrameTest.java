package vn.giaouoc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.mock.env.MockEnvironment;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.platform.security.PageLinks;
import vn.giaouoc.shared.Actor;

/** Every page beside Tasklist stands in the one frame. */
class PageFrameTest {

    @Test
    void everyPageHasItsTitleItsScriptAndItsContent() throws IOException {
        Resource[] pages = new PathMatchingResourcePatternResolver().getResources("classpath:/static/giaouoc/*.html");
        assertThat(pages).hasSizeGreaterThan(8);
        var frame = new PageFrame(links("camunda-admin"));
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
        String html = new PageFrame(links("unit-sct")).framed(new ClassPathResource("static/giaouoc/notices.html"));
        assertThat(html).contains("Cách nhận thông báo</a>").doesNotContain("calendar.html");
    }

    @Test
    void aPageWithoutTitleIsAMistake() {
        assertThatThrownBy(() -> new PageFrame(links("camunda-admin")).framed(new ByteArrayResource("<main></main>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static PageLinks links(String group) {
        var actor = mock(CurrentActor.class);
        when(actor.get()).thenReturn(new Actor("canbo", Set.of(group)));
        var environment = new MockEnvironment();
        environment.setActiveProfiles("trial");
        return new PageLinks(actor, environment);
    }
}
