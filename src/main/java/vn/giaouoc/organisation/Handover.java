package vn.giaouoc.organisation;

import java.time.LocalDate;
import java.util.List;

/**
 * One former unit whose cases are handed over.
 *
 * @param succession {@code TC-2026-01}
 * @param from       the former unit; no longer active
 * @param to         its successors, the one that takes over the work first; empty when it was dissolved without one
 * @param heir       the unit that does its work today: the one that takes over, or the last of that one's own successors
 * @param on         since when
 * @param reason     Vietnamese sentence with the decision, to be shown where something is closed because of this
 */
public record Handover(String succession, SuccessionKind kind, String from, List<String> to, String heir, LocalDate on, String reason) {
}
