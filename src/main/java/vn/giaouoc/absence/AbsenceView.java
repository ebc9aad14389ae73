package vn.giaouoc.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An absence as others see it.
 *
 * @param status     WAITING (its first day has not come), IN_EFFECT, ENDED
 * @param acts       names of what the deputy may sign or approve
 * @param signsUntil the last day on which the deputy signs or approves, an authority may end before the absence; null: only work
 * @param mayEnd     whether the reader may end it
 */
public record AbsenceView(String code, String person, String personName, String deputy, String deputyName, LocalDate from, LocalDate to,
                          AbsenceGround ground, String groundTitle, List<String> acts, String document, LocalDate documentDate,
                          LocalDate validUntil, LocalDate signsUntil, String reason, String enteredBy, String enteredByName, Instant enteredAt,
                          Instant handedAt, Instant endedAt, String endedBy, String endedByName, String endReason, String status, boolean mayEnd) {
}
