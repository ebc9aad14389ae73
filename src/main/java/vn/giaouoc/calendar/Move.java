package vn.giaouoc.calendar;

import java.time.Instant;
import java.util.Map;

/**
 * A deadline that a change of the calendar moves.
 *
 * @param caseCode business key of the case, or of the one to which the cases of its units belong
 * @param slot     which deadline of the case
 * @param name     of the deadline, as officials read it
 * @param kept     the new date has passed already and is the earlier one: the old one stays, nothing falls due or gets later by the change
 * @param cases    how many cases wait for it
 * @param tasks    names of the open tasks, and how many of each
 */
public record Move(String caseCode, String slot, String name, Instant oldDueAt, Instant newDueAt, boolean kept, int cases,
                   Map<String, Integer> tasks) {
}
