package vn.giaouoc.platform.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevel;

/** The product's level of history, for the bare engine that it is compared with. */
public final class AuditLevel {

    private AuditLevel() {
    }

    public static HistoryLevel get() {
        return new AuditHistory();
    }
}
