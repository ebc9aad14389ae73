package vn.giaouoc.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The one clock of application and engine. Ahead of the machine's only where a {@link TrialClock} moves it. */
public final class ProductClock extends Clock {

    private final Clock machine;
    private volatile Duration offset = Duration.ZERO;

    ProductClock(ZoneId zone) {
        this.machine = Clock.system(zone);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : Clock.offset(machine.withZone(zone), offset);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    /** How far this clock is ahead of the machine's, in milliseconds; negative in a case that plays in the past. */
    public long offsetMillis() {
        return offset.toMillis();
    }

    void offset(Duration ahead) {
        this.offset = ahead;
    }
}
