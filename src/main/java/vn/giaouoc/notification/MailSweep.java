package vn.giaouoc.notification;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every half minute whether there is something to tell. Nothing depends on any single look: what one misses or fails at, the next
 * finds in the tables.
 */
@Component
public class MailSweep {

    private static final Logger LOG = LoggerFactory.getLogger(MailSweep.class);

    private final NewTasks newTasks;
    private final Mails mails;
    private final Rounds rounds;
    private final boolean byItself;

    MailSweep(NewTasks newTasks, Mails mails, Rounds rounds, @Value("${giaouoc.by-itself}") boolean byItself) {
        this.newTasks = newTasks;
        this.mails = mails;
        this.rounds = rounds;
        this.byItself = byItself;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (byItself) {
            newTasks.gather(); // from here on tasks are new
            rounds.ensure();
        }
    }

    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            sweep();
        } catch (RuntimeException failure) {
            LOG.error("Looking for mails to send failed; the next look goes on", failure);
        }
    }

    /** Tells of new tasks, writes the letters that are not for the morning, starts a delivery. */
    public void sweep() {
        while (newTasks.gather()) {
            LOG.debug("More new tasks");
        }
        while (mails.compose(Delivery.EACH)) {
            LOG.debug("More letters");
        }
        mails.deliver();
    }
}
