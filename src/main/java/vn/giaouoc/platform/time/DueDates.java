package vn.giaouoc.platform.time;

import java.time.Instant;

/** A room that keeps deadlines of cases in its own tables; asked when a change of the calendar moves one. */
public interface DueDates {

    /**
     * Moves what stands at the old deadline and is still open; nothing when the case or the deadline is another room's.
     *
     * @param slot see {@link DeadlineBasis}
     */
    void move(String caseCode, String slot, Instant from, Instant to);
}
