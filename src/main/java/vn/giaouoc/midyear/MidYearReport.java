package vn.giaouoc.midyear;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The province's report on the first half of a period.
 *
 * @param code      {@code SK-2026-01}, also the business key
 * @param status    WAITING for its date, OPEN, SUBMITTED (handed in, in approval or sent back), SIGNED
 * @param opensAt   when its task comes by itself
 * @param overdueAt since when it is late; null otherwise
 */
public record MidYearReport(String code, String compositionCode, String title, LocalDate halfFrom, LocalDate halfTo, String status,
                            Instant opensAt, Instant openedAt, Instant dueAt, Instant overdueAt, Instant signedAt) {

    static final String PREFIX = "SK-";

    /** The code of a composition's report: {@code SK-2026-01} of {@code TL-2026-01}. */
    public static String of(String compositionCode) {
        return PREFIX + compositionCode.substring(compositionCode.indexOf('-') + 1);
    }

    /** The paper of a report: {@code SK-2026-01/SK}. */
    public static String paperOf(String code) {
        return code + "/SK";
    }

    /** Whether it is the paper of such a report. */
    public static boolean isPaper(String paperId) {
        return paperId.startsWith(PREFIX);
    }

    /** The report of a paper. */
    public static String ofPaper(String paperId) {
        return paperId.substring(0, paperId.indexOf('/'));
    }
}
