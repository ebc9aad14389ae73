package vn.giaouoc.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * One reporting period of a campaign (sơ kết, yearly, tổng kết).
 *
 * @param seq              from 1 in order of dates; its case is {@code PT-2024-003/KY1}, its paper {@code PT-2024-003/BC1}
 * @param reportDate       null while planned and not to be told yet: the table of holidays does not reach so far
 * @param status           PLANNED, OPEN, CONSOLIDATED (handed in for approval), SIGNED, CANCELLED
 * @param dueAt            by when the units report: 17:00 of the date; null while planned
 * @param consolidateDueAt by when the standing agency consolidates; null while planned
 * @param total            units asked
 * @param reported         units whose report has arrived
 * @param cancelReason     why it ended without a signed report; null for all others
 */
public record Period(String campaignCode, int seq, ReportKind kind, LocalDate reportDate, String status, Instant openedAt,
                     Instant dueAt, Instant consolidateDueAt, int total, int reported, Instant overdueAt, String writtenBy,
                     Instant signedAt, String cancelReason) {

    /** Whether units report, or the agency consolidates, or the report is in approval. */
    public boolean underWay() {
        return "OPEN".equals(status) || "CONSOLIDATED".equals(status);
    }

    /** The period's case: {@code PT-2024-003/KY1}. */
    public static String caseKey(String campaignCode, int seq) {
        return campaignCode + "/KY" + seq;
    }

    /** The period's consolidated report: {@code PT-2024-003/BC1}. */
    public static String paperOf(String campaignCode, int seq) {
        return campaignCode + "/BC" + seq;
    }

    /** 1 of {@code KY1} or {@code BC1}. */
    public static int seqOf(String part) {
        return Integer.parseInt(part.substring(2));
    }

    /** Whether its units were asked; also when it is over. */
    boolean begun() {
        return !"PLANNED".equals(status);
    }

    /** "Sơ kết, kỳ 1: " before the campaign's title: in lists of tasks it tells one period from another, also when its date moves. */
    public String heading(String title) {
        return kind.label() + ", kỳ " + seq + ": " + title;
    }

    /** "Sơ kết ngày 20/02/2024". */
    public String name() {
        return reportDate == null ? kind.label() : kind.label() + " ngày " + reportDate.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }
}
