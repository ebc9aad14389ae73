package vn.giaouoc.platform.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Wrong passwords counted per address, whatever account they name: what the engine's lock per account does not see.
 * In memory and per process; behind a proxy it needs the proxy's forwarded address, else all callers share one.
 */
@Component
class AttemptLimit {

    static final int MAX_FAILURES = 30;
    static final long WINDOW_NANOS = 5L * 60 * 1_000_000_000;
    private static final int MAX_ADDRESSES = 10_000;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    @Autowired
    AttemptLimit() {
        this(System::nanoTime);
    }

    AttemptLimit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether this address has to wait until its window of five minutes is over. */
    boolean exceeded(String address) {
        Count count = counts.get(address);
        return count != null && !over(count) && count.failures() >= MAX_FAILURES;
    }

    void failed(String address) {
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
