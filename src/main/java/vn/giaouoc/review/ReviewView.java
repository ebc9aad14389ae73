package vn.giaouoc.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A bloc's review as it stands.
 *
 * @param key        {@code KT-2026-001/SK1}
 * @param beginOn    when it begins by itself, or would have
 * @param inspection whether members inspect each other
 * @param summary    null before the head unit handed it in
 * @param conference null before it was held
 * @param report     the words of the bloc's report; null before it was handed in
 * @param digest     SHA-256, hex, of the report; null before
 */
public record ReviewView(String key, String blocYear, String title, ReviewStatus status, LocalDate beginOn, boolean inspection, Instant begunAt,
                         Instant reportsDueAt, Instant inspectionsDueAt, List<ReviewMemberView> members, List<Inspection> inspections,
                         Summary summary, ReviewConference conference, BlocReport report, String digest, String signerName, String capacity,
                         Instant signedAt, String returnReason, Instant receivedAt) {
}
