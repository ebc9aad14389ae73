package vn.giaouoc.platform.engine;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.giaouoc.platform.security.Problem;
import vn.giaouoc.shared.BusinessRefusal;
import vn.giaouoc.shared.NotFound;

/**
 * A business refusal thrown by a listener leaves the engine's REST interfaces as what it is, not as the engine's
 * "internal error" around it. Everything else is told as Camunda tells it. Found by Jersey through
 * {@code META-INF/services}, because the web applications' Jersey cannot be configured otherwise.
 */
public final class RefusalMapper implements AutoDiscoverable {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalMapper.class);

    @Override
    public void configure(FeatureContext context) {
        // One class an exception type: Jersey takes the mapper of the nearest type, and an own one before Camunda's equal.
        context.register(new Engine(), 1).register(new Rest(), 1).register(new Invalid(), 1).register(new Direct(), 1).register(new Other(), 1);
    }

    private static Response told(Throwable thrown) {
        return refusal(thrown).map(found -> answer(Problem.of(found))).orElseGet(() -> {
            Response known = ExceptionHandlerHelper.getInstance().getResponse(thrown);
            return known.getStatus() < 500 ? known : unexpected(thrown);
        });
    }

    /** Tables and statements in a message are nobody's business: the person gets a number that is in the log. */
    private static Response unexpected(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.error("Error {} in the engine's REST", id, thrown);
        return answer(Problem.unexpected(id));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.toMap()).build();
    }

    private static Optional<BusinessRefusal> refusal(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof BusinessRefusal refusal) {
                return Optional.of(refusal);
            }
            if (cause instanceof NullValueException && String.valueOf(cause.getMessage()).startsWith("Cannot find task")) {
                return Optional.of(new NotFound("Không tìm thấy công việc, hoặc công việc đã hoàn thành."));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    static final class Engine implements ExceptionMapper<ProcessEngineException> {

        @Override
        public Response toResponse(ProcessEngineException exception) {
            return told(exception);
        }
    }

    static final class Rest implements ExceptionMapper<RestException> {

        @Override
        public Response toResponse(RestException exception) {
            return told(exception);
        }
    }

    static final class Invalid implements ExceptionMapper<InvalidRequestException> {

        @Override
        public Response toResponse(InvalidRequestException exception) {
            return told(exception);
        }
    }

    static final class Direct implements ExceptionMapper<BusinessRefusal> {

        @Override
        public Response toResponse(BusinessRefusal exception) {
            return told(exception);
        }
    }

    static final class Other implements ExceptionMapper<Exception> {

        @Override
        public Response toResponse(Exception exception) {
            return told(exception);
        }
    }
}
