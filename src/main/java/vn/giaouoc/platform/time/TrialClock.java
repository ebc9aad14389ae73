package vn.giaouoc.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.shared.ConflictRefusal;

/**
 * Sets the product's clock, in the trial and in tests only. Forward only: a clock that goes back would leave jobs
 * locked in the future. The offset is kept in the database, so the next start goes on in the same time.
 */
@Component
@Profile({"trial", "test"})
@DependsOnDatabaseInitialization
public class TrialClock {

    private static final Instant LAST = Instant.parse("2099-12-31T00:00:00Z");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private final ProductClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    TrialClock(ProductClock clock, JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events,
               @Value("${giaouoc.trial.clock-start}") LocalDateTime firstStart) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        clock.offset(Duration.ofMillis(keptOffset(firstStart)));
    }

    /**
     * Moves the clock to this moment; from there it runs on.
     *
     * @throws ConflictRefusal when the moment lies before the clock's present time, or after all time that can be reckoned with
     */
    public void moveTo(Instant moment) {
        if (moment.isAfter(LAST)) {
            throw new ConflictRefusal("Đồng hồ dùng thử chỉ đặt được đến hết năm 2099.");
        }
        transaction.executeWithoutResult(status -> {
            long kept = jdbc.sql("select offset_millis from trial_clock where id = 1 for update").query(Long.class).single();
            long wanted = Duration.between(machineNow(), moment).toMillis();
            if (wanted < kept) {
                throw new ConflictRefusal("Đồng hồ dùng thử chỉ chạy tới: bây giờ là %s."
                        .formatted(SHOWN.format(clock.instant().atZone(clock.getZone()))));
            }
            jdbc.sql("update trial_clock set offset_millis = ? where id = 1").param(wanted).update();
            clock.offset(Duration.ofMillis(wanted));
        });
        events.publishEvent(new ClockMoved(clock));
    }

    private long keptOffset(LocalDateTime firstStart) {
        long first = Duration.between(machineNow(), firstStart.atZone(clock.getZone())).toMillis();
        jdbc.sql("insert into trial_clock values (1, ?) on conflict do nothing").param(first).update();
        return jdbc.sql("select offset_millis from trial_clock where id = 1").query(Long.class).single();
    }

    private static Instant machineNow() {
        return Clock.systemUTC().instant();
    }
}
