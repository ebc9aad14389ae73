package vn.giaouoc.bloc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A composition, as others see it.
 *
 * @param status DRAFTING, IN_APPROVAL, IN_FORCE, REFUSED, ABANDONED
 * @param number of its decision; null before it is registered
 * @param blocs  as drafted; what became of them is in the bloc-years
 */
public record CompositionView(String code, String status, String title, int year, boolean schoolYear, LocalDate from, LocalDate to,
                              String campaignCode, String number, LocalDate issueDate, String legalGrounds, List<BlocDraft> blocs,
                                      String begunBy,
                              Instant begunAt, Instant inForceAt, Instant followedAt, String conclusion, String reference) {

    /** {@code năm 2026} or {@code năm học 2025–2026}. */
    public String periodName() {
        return BlocYearView.periodName(year, schoolYear);
    }
}
