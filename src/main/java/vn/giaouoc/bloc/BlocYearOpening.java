package vn.giaouoc.bloc;

import java.time.Instant;

/**
 * A bloc's year that begins: what its case needs.
 *
 * @param headGroup engine group of the head unit's officials
 * @param endsAt    17:00 of the period's last day
 * @param ready     false: the head unit cannot be given work yet; the case begins with a job that fails until that is mended
 */
public record BlocYearOpening(String code, String title, String headGroup, Instant endsAt, boolean ready) {
}
