package vn.giaouoc.campaign;

import java.time.Instant;

/** One unit that is asked to answer. Instants are 17:00 of a working day. */
public record UnitOpening(String campaignCode, String campaignTitle, String unitCode, String unitName, Instant remindAt,
                          Instant dueAt) {
}
