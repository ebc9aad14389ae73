package vn.giaouoc.signature;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Checks the whole chain at the start and every hour. What one look at a paper cannot see (entries of other subjects that were altered)
 * is so told on the verify page, in health and in the log until a later check finds the chain whole.
 */
@Component
public class BookWatch implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(BookWatch.class);

    private final SignatureChain chain;
    private volatile ChainReport last;

    BookWatch(SignatureChain chain) {
        this.chain = chain;
    }

    /** Checks every entry and the anchor now. */
    @Scheduled(initialDelayString = "${giaouoc.signing.verify-every}", fixedDelayString = "${giaouoc.signing.verify-every}")
    public ChainReport look() {
        ChainReport report = chain.verify();
        if (!report.intact()) {
            LOG.error("Signature chain: {}", report.summary());
        }
        last = report;
        return report;
    }

    /** Whether the last check of the whole chain found nothing. */
    boolean intact() {
        return last == null || last.intact();
    }

    /** DOWN while the last check found something; readiness and liveness do not ask: the product goes on working. */
    @Override
    public Health health() {
        return intact() ? Health.up().build() : Health.down().withDetail("faults", last.faults().size()).build();
    }
}
