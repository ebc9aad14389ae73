package vn.giaouoc.calendar;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the calendar asks of the engine; {@code workflow} answers. */
public interface CalendarFlow {

    /** A deadline of a case where it stands now. See {@link vn.giaouoc.platform.time.DeadlineBasis}. */
    record Place(String caseCode, String slot, Instant dueAt) {
    }

    /**
     * What waits for a deadline.
     *
     * @param cases how many cases know it
     * @param tasks names of the open tasks that are due then, and how many of each
     * @param timers how many timers wait for it
     */
    record Waiting(Place place, int cases, Map<String, Integer> tasks, int timers) {
    }

    /** Starts the case of a change: its open deadlines are moved in batches. */
    void start(String code, String title);

    /** Whether cases keep this deadline themselves; else it only carries others. */
    boolean knows(String slot);

    /** Who waits for these deadlines; a place nobody knows (any more) is left out. Few queries for any number. */
    List<Waiting> waiting(Collection<Place> places);

    /**
     * Moves a deadline in at most so many cases: what they know of it, open tasks, timers. What was moved is not found again.
     *
     * @param except cases below that have such a deadline of their own
     * @return how many cases were moved; fewer than {@code most}: none is left
     */
    int move(Place place, Instant to, Collection<String> except, int most);
}
