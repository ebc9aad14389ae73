package vn.giaouoc.review;

import java.time.Instant;
import java.util.List;

/**
 * What reviews ask of the engine; {@code workflow} answers, in the same transaction. A message nobody waits for is no error: the
 * aggregate is the truth.
 */
public interface ReviewFlow {

    /** The bloc's year begins its review before its date. @return whether it waited for it */
    boolean begin(String blocYear);

    /** The bloc's own plan names another date. */
    void beginMoved(String blocYear, Instant beginsAt);

    /** Every member has reported. */
    void allReviewed(String key);

    /** Every inspection has its result and its answer. */
    void allInspected(String key);

    /** Ends these cases, with the reason; a case that has ended already is left as it is. */
    void end(List<String> keys, String reason);

    /** Conclusions and tasks are followed as cases of their own; a repeat changes nothing. */
    void openActions(String blocYear, String key, String headUnit, List<Conclusion> conclusions, List<Conclusion> tasks);
}
