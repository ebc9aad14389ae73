package vn.giaouoc.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A succession as others see it.
 *
 * @param code       {@code TC-2026-01}
 * @param status     SCHEDULED (its day has not come), IN_EFFECT (work is moving), DONE, CANCELLED (before its day)
 * @param heir       who takes over the open work
 * @param movedTasks open tasks that were moved
 */
public record SuccessionView(String code, SuccessionKind kind, String kindName, String status, List<UnitName> from, List<UnitName> to,
                             UnitName heir, LocalDate effectiveDate, String decisionNumber, LocalDate decisionDate, String authority, String note,
                             boolean movePeople, Instant declaredAt, Instant inEffectAt, Instant doneAt, int movedTasks,
                             String cancelReason) {

    /** A unit by code and name. */
    public record UnitName(String code, String name) {
    }
}
