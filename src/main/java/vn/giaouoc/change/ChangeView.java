package vn.giaouoc.change;

import java.time.Instant;
import java.util.List;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.campaign.PlanChange;

/**
 * An amendment or withdrawal, as others see it.
 *
 * @param status  DRAFTING, IN_APPROVAL, IN_FORCE, REFUSED, ABANDONED
 * @param grounds of a decision to withdraw; null: those of the plan
 * @param plan    as it shall be (is, once in force); null for a withdrawal
 * @param changes what differs from the version it starts from
 */
public record ChangeView(String campaignCode, int seq, ChangeKind kind, String status, String reason, String grounds, int baseVersion, Plan plan,
                         List<PlanChange> changes, String begunBy, Instant begunAt, Instant inForceAt) {

    /** The change's case: {@code PT-2024-003/TD1}. */
    public static String caseKey(String campaignCode, int seq) {
        return campaignCode + "/TD" + seq;
    }

    /** The change's paper: {@code PT-2024-003/DC1} or {@code PT-2024-003/TH2}. */
    public String paperId() {
        return kind.paperOf(campaignCode, seq);
    }

    /** 1 of {@code TD1}, {@code DC1} or {@code TH1}. */
    public static int seqOf(String part) {
        return Integer.parseInt(part.substring(2));
    }
}
