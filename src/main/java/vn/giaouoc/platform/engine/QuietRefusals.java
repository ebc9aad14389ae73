package vn.giaouoc.platform.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.BusinessRefusal;

/**
 * The engine reports whatever leaves one of its commands as an error with its whole stack (ENGINE-16004), also the "no" that an official was
 * just told. Such a report becomes one line; a job that is refused is still reported by the job executor, as is every real failure.
 */
@Component
class QuietRefusals extends TurboFilter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(QuietRefusals.class);
    /** Where the engine reports what left a command. */
    private static final String COMMANDS = "org.camunda.bpm.engine.context";
    private static final int DEEPEST = 20;

    @PostConstruct
    void listen() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            setContext(logging);
            setName(QuietRefusals.class.getName());
            start();
            logging.addTurboFilter(this);
        }
    }

    @PreDestroy
    void leave() {
        stop();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        if (level != Level.ERROR || !COMMANDS.equals(logger.getName())) {
            return FilterReply.NEUTRAL;
        }
        Throwable reported = thrown == null && parameters != null && parameters.length > 0 && parameters[parameters.length - 1] instanceof Throwable last
                ? last : thrown;
        Throwable refusal = refusal(reported);
        if (refusal == null) {
            return FilterReply.NEUTRAL;
        }
        LOG.info("Refused, {}: {}", refusal.getClass().getSimpleName(), refusal.getMessage());
        return FilterReply.DENY;
    }

    /** What an official is told as a refusal: a "no" of ours, or that somebody else was quicker. */
    private static Throwable refusal(Throwable reported) {
        Throwable cause = reported;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof BusinessRefusal || cause instanceof OptimisticLockingFailureException) {
                return cause;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
