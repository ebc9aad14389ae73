package vn.giaouoc.covenant;

import java.time.Instant;

/** A covenant's own row. */
record Run(String blocYear, int version, CovenantStatus status, String reason, int contentVersion, Instant begunAt, Instant commentDueAt,
           Instant registerDueAt, Instant signDueAt, Instant inForceAt, Instant closedMissingAt, Instant recordedAt, String recordedBy,
           String returnReason) {

    String key() {
        return CovenantKey.of(blocYear, version);
    }
}
