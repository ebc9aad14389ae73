package vn.giaouoc.organisation;

import java.time.Instant;
import java.util.Map;

/** What successions ask of the engine; {@code workflow} answers. */
public interface SuccessionFlow {

    /** Starts the case of a succession. @param effectiveAt when it takes effect; a past moment: at once */
    void start(String code, String title, String heirName, Instant effectiveAt);

    /** Ends the case of a succession that is given up before its day. */
    void end(String code, String reason);

    /**
     * Moves open work of former units to the heir: candidate groups, the rows that show tasks to groups, who holds them, drafts and the
     * name of the unit in lists. What was moved is not found again, so a call after the last finds nothing.
     *
     * @param former names of the former units by code, as lists show them from now on
     * @param most   tasks, and cases, in one call
     */
    Moved move(Map<String, String> former, String heir, int most);

    /** @param more whether there may be more to move */
    record Moved(int tasks, boolean more) {
    }
}
