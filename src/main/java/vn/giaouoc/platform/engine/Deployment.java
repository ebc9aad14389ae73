package vn.giaouoc.platform.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys processes, decision tables and forms under names relative to the class path root
 * ({@code forms/campaign/draftPlan.html}), the same in an exploded run and in the packaged jar. Tasklist loads no script for all
 * forms by itself: each form gets what {@code forms/frame.html} holds, kept once, when it is deployed.
 */
@Component
class Deployment extends AbstractCamundaConfiguration implements CamundaDeploymentConfiguration {

    private static final Set<String> PATTERNS = Set.of(
            "classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn",
            "classpath*:forms/*/*.html", "classpath*:forms/*/*.form");
    private static final Resource FRAME = new ClassPathResource("forms/frame.html");
    private static final String FORM_END = "</form>";

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setDeploymentName("giaouoc");
        // Whole: call activities and forms are looked up in the deployment of the model that names them.
        engine.setDeployChangedOnly(false);
        engine.setDeploymentResources(getDeploymentResources().toArray(Resource[]::new));
    }

    @Override
    public Set<Resource> getDeploymentResources() {
        var resolver = new PathMatchingResourcePatternResolver();
        var found = new LinkedHashSet<Resource>();
        try {
            for (String pattern : PATTERNS) {
                for (Resource resource : resolver.getResources(pattern)) {
                    found.add(pattern.endsWith(".html") ? new FramedForm(resource) : new NamedResource(resource));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** A resource whose deployment name is its path from {@code processes/} or {@code forms/} on. */
    private static class NamedResource extends AbstractResource implements ContextResource {

        private final Resource resource;
        private final String name;

        NamedResource(Resource resource) throws IOException {
            this.resource = resource;
            String url = resource.getURL().toString();
            int start = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/"));
            this.name = url.substring(start + 1);
        }

        @Override
        public String getPathWithinContext() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getDescription() {
            return name;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return resource.getInputStream();
        }
    }

    /** A form with the frame inside. */
    private static final class FramedForm extends NamedResource {

        FramedForm(Resource resource) throws IOException {
            super(resource);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            String form = text(super.getInputStream());
            return new ByteArrayInputStream(form.replace(FORM_END, "\n" + text(FRAME.getInputStream()) + FORM_END)
                    .getBytes(StandardCharsets.UTF_8));
        }

        private static String text(InputStream in) throws IOException {
            try (in) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
