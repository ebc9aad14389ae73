package vn.giaouoc.platform.time;

import java.time.Instant;

/**
 * From what a deadline of a case was computed.
 *
 * @param caseCode  business key of the case, or of the one to which the cases of its units belong
 * @param slot      which deadline of the case
 * @param parameter code in the table of deadlines; null when somebody typed {@code days}
 * @param days      working days, 1–365; null with a parameter
 * @param startAt   what it is counted from
 * @param base      the slot of the same case whose deadline {@code startAt} is; null: a moment of its own
 * @param latestAt  the deadline never lies after this moment; null: it may
 */
public record DeadlineBasis(String caseCode, String slot, String parameter, Integer days, DeadlineRule rule, Instant startAt, String base,
                            Instant latestAt, Instant dueAt) {
}
