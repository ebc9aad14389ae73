package vn.giaouoc.covenant;

import java.time.Instant;
import java.time.LocalDate;
import vn.giaouoc.bloc.BlocRole;

/** A member's part, as its row has it, with the name of the unit that acts now. */
record Part(String unit, BlocRole role, String actingUnit, String actingName, LocalDate leftOn, Boolean agrees, String comment,
            Instant commentedAt, Instant silentAt, String answer, Registration registration, String registeredBy, Instant registeredAt,
            Instant registrationMissingAt) {

    /** Whether it is waited for at all. */
    boolean active() {
        return leftOn == null;
    }

    boolean commentOpen() {
        return active() && commentedAt == null && silentAt == null;
    }

    boolean registrationOpen() {
        return active() && registeredAt == null && registrationMissingAt == null;
    }
}
