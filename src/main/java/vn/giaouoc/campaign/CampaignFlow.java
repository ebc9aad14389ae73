package vn.giaouoc.campaign;

import java.time.Instant;
import java.util.List;

/** What a campaign asks of the engine; {@code workflow} answers. */
public interface CampaignFlow {

    /** Starts the case of a campaign that was registered outside Tasklist. */
    void start(CampaignStart start);

    /** Starts the answer of one unit. */
    void open(UnitOpening opening);

    /** Sends an answer that was recorded back to its unit. @return false: its case has ended, nothing is sent back */
    boolean answerReturned(String campaignCode, String unitCode, Instant newDueAt, Instant remindAt);

    /** Ends these cases, with the reason; a case that has ended already is left as it is. */
    void end(List<String> businessKeys, String reason);

    /** How many batches of units wait for somebody to retry them. */
    long failedBatches(String campaignCode);

    /** Batch numbers whose job has failed for good. */
    List<Integer> failedBatchNumbers(String campaignCode);
}
