package vn.giaouoc.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A bloc's review in numbers, for who gathers reviews of all blocs.
 *
 * @param code        {@code KT-2026-001/SK1}, also when it has not begun
 * @param members     who are asked; the bloc's members of now while it has not begun
 * @param reported    whose report was approved, late ones included
 * @param late        of these, after the deadline
 * @param notReported whose report is missing after the deadline
 * @param reportPaper the PDF of the bloc's report as Sở Nội vụ received it; null before
 * @param figures     what members reported, by measure; in the order of the catalogue
 */
public record ReviewSummary(String code, String blocYear, String blocName, ReviewStatus status, int members, int reported, int late,
                            int notReported, Instant receivedAt, UUID reportPaper, List<MeasureTotal> figures) {
}
