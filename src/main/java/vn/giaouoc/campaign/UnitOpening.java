package vn.giaouoc.campaign;

import java.time.Instant;

/**
 * One unit that is asked to answer. Instants are 17:00 of a working day.
 *
 * @param ready false: the unit cannot be given work yet; its case begins with a job that fails until that is mended
 */
public record UnitOpening(String campaignCode, String campaignTitle, String unitCode, String unitName, Instant remindAt,
                          Instant dueAt, boolean ready) {
}
