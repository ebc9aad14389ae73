package vn.giaouoc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every page beside Tasklist stands in the one frame. */
class PageFrameTest {

    @Test
    void everyPageHasItsTitleItsScriptAndItsContent() throws IOException {
        Resource[] pages = new PathMatchingResourcePatternResolver().getResources("classpath:/static/giaouoc/*.html");
        assertThat(pages).hasSizeGreaterThan(8);
        var frame = new PageFrame();
        for (Resource page : pages) {
            String name = page.getFilename().replace(".html", "");
            String html = frame.framed(page);
            assertThat(html).as(name).startsWith("<!DOCTYPE html>").containsOnlyOnce("<title>").containsOnlyOnce("<nav>").containsOnlyOnce("<main")
                    .contains(" – Giao Ước</title>", "src=\"" + name + ".js\"").doesNotContain("{{").endsWith("</html>\n");
            assertThat(new ClassPathResource("static/giaouoc/" + name + ".js").exists()).as(name).isTrue();
        }
    }

    @Test
    void aPageWithoutTitleIsAMistake() {
        assertThatThrownBy(() -> new PageFrame().framed(new ByteArrayResource("<main></main>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalStateException.class);
    }
}
