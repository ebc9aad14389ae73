package vn.giaouoc.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.security.Problem;

/** What Tomcat refuses before any filter of ours sees it (addresses and headers too long or malformed), in the form of all our refusals. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // after Spring Boot's own valve, so that this one speaks first
class TomcatRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new Told()));
    }

    private static final class Told extends ErrorReportValve {

        private static final Logger LOG = LoggerFactory.getLogger(TomcatRefusals.class);
        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            Map<String, Object> problem = problem(response.getStatus(), thrown).toMap();
            response.setContentType(Problem.MEDIA_TYPE);
            response.setCharacterEncoding("UTF-8");
            try {
                Writer writer = response.getReporter();
                if (writer != null) {
                    writer.write(JSON.writeValueAsString(problem));
                    response.finishResponse();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Problem problem(int status, Throwable thrown) {
            if (status < 500) {
                return Problem.of(status, "Yêu cầu không hợp lệ: địa chỉ hoặc tiêu đề quá dài, hoặc có ký tự không được phép.");
            }
            String id = UUID.randomUUID().toString();
            LOG.error("Error {} before any controller", id, thrown);
            return Problem.unexpected(id);
        }
    }
}
