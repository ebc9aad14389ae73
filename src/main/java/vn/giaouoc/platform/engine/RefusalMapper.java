package vn.giaouoc.platform.engine;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import vn.giaouoc.platform.security.Problem;
import vn.giaouoc.shared.BusinessRefusal;

/**
 * A business refusal thrown by a listener leaves the engine's REST interfaces as what it is, not as the engine's
 * "internal error" around it. Everything else is told as Camunda tells it. Found by Jersey through
 * {@code META-INF/services}, because the web applications' Jersey cannot be configured otherwise.
 */
public final class RefusalMapper implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        // One class an exception type: Jersey takes the mapper of the nearest type, and an own one before Camunda's equal.
        context.register(new Engine(), 1).register(new Rest(), 1).register(new Invalid(), 1).register(new Direct(), 1);
    }

    private static Response answer(Throwable thrown) {
        return refusal(thrown).map(RefusalMapper::answer).orElseGet(() -> ExceptionHandlerHelper.getInstance().getResponse(thrown));
    }

    private static Response answer(BusinessRefusal refusal) {
        Problem problem = Problem.of(refusal);
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.toMap()).build();
    }

    private static Optional<BusinessRefusal> refusal(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof BusinessRefusal refusal) {
                return Optional.of(refusal);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    static final class Engine implements ExceptionMapper<ProcessEngineException> {

        @Override
        public Response toResponse(ProcessEngineException exception) {
            return answer(exception);
        }
    }

    static final class Rest implements ExceptionMapper<RestException> {

        @Override
        public Response toResponse(RestException exception) {
            return answer(exception);
        }
    }

    static final class Invalid implements ExceptionMapper<InvalidRequestException> {

        @Override
        public Response toResponse(InvalidRequestException exception) {
            return answer(exception);
        }
    }

    static final class Direct implements ExceptionMapper<BusinessRefusal> {

        @Override
        public Response toResponse(BusinessRefusal exception) {
            return answer(exception);
        }
    }
}
