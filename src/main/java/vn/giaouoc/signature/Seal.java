package vn.giaouoc.signature;

import java.time.Instant;

/**
 * What is known of a digest; holds no personal data.
 *
 * @param subject      business key; null when UNKNOWN
 * @param title        Vietnamese; null when UNKNOWN
 * @param form         null when UNKNOWN
 * @param publishedAt  null when UNKNOWN
 * @param supersededAt null unless superseded
 * @param signatures   how many confirmations of exactly this content stand in the chain
 * @param bookIntact   whether the chain as a whole has no gap and reaches its anchor
 */
public record Seal(Verdict verdict, String subject, String title, SealedForm form, Instant publishedAt, Instant supersededAt,
                   int signatures, boolean bookIntact) {
}
