package vn.giaouoc.action;

import java.time.Instant;

/**
 * An action that begins: what its case needs.
 *
 * @param title      which of the bloc's actions it is, and of which bloc and year
 * @param ownerGroup engine group of the owner's officials
 * @param ready      false: the owner cannot be given work yet; the case begins with a job that fails until that is mended
 */
public record ActionOpening(String code, String blocYear, String title, String ownerName, String ownerGroup, Instant dueAt, boolean ready) {
}
