package vn.giaouoc.midyear;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Decisions that were in force before the product knew the province's report get theirs: after the start, in the background, each in a
 * transaction of its own. One that fails holds up no other and is tried again.
 */
@Component
class MidYearCatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(MidYearCatchUp.class);

    private final MidYearReports reports;

    MidYearCatchUp(MidYearReports reports) {
        this.reports = reports;
    }

    /** Lets reports wait for their date, as far as it has not passed. A repeat finds only what failed, and changes nothing else. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT30M")
    void awaitAll() {
        reports.withoutReport().forEach(this::await);
    }

    private void await(String composition) {
        try {
            if (reports.await(composition)) {
                LOG.info("The mid-year report of {} waits for its date", composition);
            }
        } catch (RuntimeException e) {
            LOG.error("The mid-year report of {} could not be prepared; it is tried again", composition, e);
        }
    }
}
