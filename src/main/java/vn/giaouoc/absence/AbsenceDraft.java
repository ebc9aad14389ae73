package vn.giaouoc.absence;

import java.time.LocalDate;
import java.util.List;

/**
 * An absence as it is entered.
 *
 * @param person       who is absent
 * @param from         first day; today or later
 * @param to           last day
 * @param acts         codes of {@code act_kind} that the deputy may sign or approve; ignored for WORK
 * @param document     number of the written authority (TUQ.) or of the working rules (TL.)
 * @param validUntil   TUQ.: the last day of the authority
 * @param reason       may be left out; nobody but the two, their head and the supervisors reads it
 */
public record AbsenceDraft(String person, LocalDate from, LocalDate to, String deputy, AbsenceGround ground, List<String> acts,
                           String document, LocalDate documentDate, LocalDate validUntil, String reason) {

    public AbsenceDraft {
        acts = acts == null || ground == AbsenceGround.WORK ? List.of() : acts;
    }
}
