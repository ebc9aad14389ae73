package vn.giaouoc.covenant;

import java.time.Instant;
import java.util.List;

/** A covenant's own row. */
record Run(String blocYear, int version, CovenantStatus status, String reason, int contentVersion, Instant begunAt, Instant commentDueAt,
           Instant registerDueAt, Instant signDueAt, Instant inForceAt, Instant closedMissingAt, Instant recordedAt, String recordedBy,
           String returnReason, String givenUpReason) {

    /** Whether it counts: what was given up is only kept. */
    boolean stands() {
        return status != CovenantStatus.GIVEN_UP;
    }

    /** Whether it is an amendment for which nobody was asked to register yet. */
    boolean mayBeGivenUp() {
        return version > 1 && registerDueAt == null && List.of(CovenantStatus.DRAFTING, CovenantStatus.COMMENTING, CovenantStatus.REVISING)
                .contains(status);
    }

    /** Whether members may sign: agreed, not signed by all, not closed. */
    boolean signing() {
        return status.signable() && closedMissingAt == null;
    }

    String key() {
        return CovenantKey.of(blocYear, version);
    }
}
