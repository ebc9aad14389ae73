package vn.giaouoc.covenant;

import java.time.LocalDate;
import java.util.List;
import vn.giaouoc.bloc.BlocRole;

/**
 * What the members sign, whole: its canonical form has the digest that stands in every signature. Kept as it was agreed.
 *
 * @param covenant      {@code KT-2026-001/GU1}
 * @param agreedOn      day of the conference
 * @param targets       the targets as they are printed, in the order of {@code content}
 * @param registrations of the members that have registered
 */
record SealedCovenant(String covenant, int contentVersion, String title, LocalDate agreedOn, List<Party> parties, CovenantContent content,
                      List<String> targets, List<Registered> registrations) {

    /** A member as it was called then. */
    record Party(String unit, String name, BlocRole role) {
    }

    /** What a member registered. */
    record Registered(String unit, Registration registration) {
    }
}
