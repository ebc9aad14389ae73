package vn.giaouoc.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;
import vn.giaouoc.platform.security.PageLinks;

/**
 * The pages beside Tasklist ({@code /giaouoc/*.html}): a file says its title, style sheets of its own and its content; head, links and
 * frame are the same for all ({@code templates/page.html}), the script has the page's name.
 */
@Configuration(proxyBeanMethods = false)
class PageFrame implements WebMvcConfigurer {

    private static final Pattern PAGE = Pattern.compile("<title>(.+?)</title>\\R((?: *<link [^>]*>\\R)*)(<main.*?)\\s*", Pattern.DOTALL);

    private final String frame;
    private final PageLinks links;

    PageFrame(PageLinks links) throws IOException {
        this.links = links;
        this.frame = new ClassPathResource("templates/page.html").getContentAsString(StandardCharsets.UTF_8);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/giaouoc/*.html").addResourceLocations("classpath:/static/giaouoc/").resourceChain(false)
                .addTransformer(this::framed);
    }

    private Resource framed(HttpServletRequest request, Resource file, ResourceTransformerChain chain) throws IOException {
        Resource page = chain.transform(request, file);
        return new TransformedResource(page, framed(page).getBytes(StandardCharsets.UTF_8));
    }

    String framed(Resource page) throws IOException {
        String name = String.valueOf(page.getFilename()).replace(".html", "");
        Matcher parts = PAGE.matcher(page.getContentAsString(StandardCharsets.UTF_8));
        if (!parts.matches()) {
            throw new IllegalStateException("Page " + name + " is more or less than a title, style sheets and <main>");
        }
        return frame.replace("{{title}}", parts.group(1)).replace("{{links}}", parts.group(2)).replace("{{name}}", name)
                .replace("{{nav}}", links.of(name)).replace("{{content}}", parts.group(3));
    }
}
