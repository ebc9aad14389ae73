package vn.giaouoc.absence;

import java.time.Instant;

/**
 * An absence that was entered, as its case begins.
 *
 * @param code   {@code VM-2026-0001}
 * @param title  as supervisors read it
 * @param fromAt midnight of its first day
 * @param backAt midnight after its last day
 */
public record AbsenceStart(String code, String title, String deputyName, Instant fromAt, Instant backAt) {
}
