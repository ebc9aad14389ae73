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
    void amended(String campaignCode, List<Integer> batches, Instant followUntil);

    /** These engine groups follow the campaign from now on. */
    void followedBy(String campaignCode, List<String> groups);

    /** These engine groups consolidate the reports of a period from now on. @param periodCase {@code PT-2024-003/KY1} */
    void consolidatedBy(String periodCase, List<String> groups);

    /** The campaign is withdrawn: what is open under it ends in these batches. @param archiveAt when the file is due in the archive */
    void withdrawn(String campaignCode, List<Integer> batches, Instant archiveAt);

    /** Gives a unit the task to read a change. */
    void tell(Notice notice);

    /** Ends these cases, with the reason; a case that has ended already is left as it is. */
    void end(List<String> businessKeys, String reason);

    /** Until when the answers of these units may be sent back; one whose time is over already stays as it is. */
    void moveReturnWindow(String campaignCode, List<String> units, Instant until);

    /** A unit's deadline was moved by an amendment. */
    void moveDeadline(String campaignCode, String unitCode, Instant dueAt, Instant remindAt);
}
