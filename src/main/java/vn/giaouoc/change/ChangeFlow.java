package vn.giaouoc.change;

import java.time.Instant;
import java.util.List;

/** What changes ask of the engine; {@code workflow} answers. */
public interface ChangeFlow {

    /** Starts the case of a change. */
    void start(ChangeStart start);

    /**
     * The amended plan is in force: its units are told in these batches, reporting dates are read again.
     *
     * @param followUntil by when the campaign is now followed
     */
    void amended(String campaignCode, int seq, List<Integer> batches, Instant followUntil);

    /** The campaign is withdrawn: what is open under it ends in these batches. @param archiveAt when the file is due in the archive */
    void withdrawn(String campaignCode, int seq, List<Integer> batches, Instant archiveAt);

    /** Gives a unit the task to read a change. */
    void tell(Notice notice);

    /** Ends these cases, with the reason; a case that has ended already is left as it is. */
    void end(List<String> businessKeys, String reason);

    /** A unit's deadline was moved by an amendment. */
    void moveDeadline(String campaignCode, String unitCode, Instant dueAt, Instant remindAt);
}
