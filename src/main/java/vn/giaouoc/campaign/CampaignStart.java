package vn.giaouoc.campaign;

import java.time.Instant;
import java.util.List;

/**
 * How a case begins: what the model's first gateways read.
 *
 * @param entry        where the plan comes from
 * @param draftGroup   engine group of those who draft
 * @param commentUnits groups of the units asked to comment; empty = no comment round
 */
public record CampaignStart(String code, String title, Entry entry, String draftGroup, Instant draftDueAt,
                            List<String> commentUnits, Instant commentDueAt) {

    /** Where the plan comes from. */
    public enum Entry {
        /** To be drafted in Tasklist. */
        DRAFT,
        /** Arrived complete over REST, goes on to comments or approval. */
        SUBMITTED,
        /** Issued outside; to be entered in Tasklist. */
        RECORD,
        /** Issued outside; arrived complete over REST. */
        RECORDED
    }
}
