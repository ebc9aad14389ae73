package vn.giaouoc.organisation;

import java.time.LocalDate;
import java.util.List;

/**
 * A decision that ends units, as an administrator enters it.
 *
 * @param from           units that end; a split: exactly one
 * @param to             successors; a merge: exactly one, a split: two or more, a dissolution: none
 * @param heir           who takes over the open work; a merge: may be left out, a split: one of {@code to}, a dissolution: any active unit
 * @param effectiveDate  from the morning of this day; today or a past day: at once
 * @param decisionNumber as printed: {@code 12/QĐ-UBND}
 * @param authority      who decided
 * @param note           required for a dissolution: the reason
 * @param movePeople     whether the people of the former units become officials of the heir; heads are appointed anew
 */
public record SuccessionDraft(SuccessionKind kind, List<String> from, List<String> to, String heir, LocalDate effectiveDate,
                              String decisionNumber, LocalDate decisionDate, String authority, String note, boolean movePeople) {

    public SuccessionDraft {
        from = from == null ? List.of() : from;
        to = to == null ? List.of() : to;
    }
}
