package vn.giaouoc.platform.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts per address (or another key) in windows of five minutes. The bean counts wrong passwords, whatever account they
 * name: what the engine's lock per account does not see; others make their own.
 * In memory and per process; behind a proxy it needs the proxy's forwarded address, else all callers share one.
 */
@Component
public class AttemptLimit {

    private static final int MAX_FAILURES = 30;
    private static final long WINDOW_NANOS = 5L * 60 * 1_000_000_000;
    private static final int MAX_ADDRESSES = 10_000;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final int most;
    private final LongSupplier nanos;

    @Autowired
    AttemptLimit() {
        this(MAX_FAILURES, System::nanoTime);
    }

    /** @param most so many in five minutes, then {@link #exceeded} */
    public AttemptLimit(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /** Whether this address has to wait until its window of five minutes is over. */
    public boolean exceeded(String address) {
        Count count = counts.get(address);
        return count != null && !over(count) && count.failures() >= most;
    }

    /** One more of this address. */
    public void count(String address) {
        if (counts.size() >= MAX_ADDRESSES) {
            counts.values().removeIf(this::over);
        }
        if (counts.size() >= MAX_ADDRESSES) {
            counts.clear(); // an attack from that many addresses is the proxy's to stop; memory stays bounded
        }
        counts.compute(address, (key, old) -> old == null || over(old)
                ? new Count(nanos.getAsLong(), 1) : new Count(old.since(), old.failures() + 1));
    }

    private boolean over(Count count) {
        return nanos.getAsLong() - count.since() > WINDOW_NANOS;
    }

    private record Count(long since, int failures) {
    }
}
