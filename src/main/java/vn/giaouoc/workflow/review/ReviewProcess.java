package vn.giaouoc.workflow.review;

import java.util.List;

/**
 * The contract of {@code processes/mid-term-review} (business key {@code KT-2026-001/SK1}), {@code processes/review-member}
 * ({@code KT-2026-001/SK1/sgddt}) and {@code processes/review-inspection} ({@code KT-2026-001/SK1/KC1}).
 */
public final class ReviewProcess {

    public static final String KEY = "mid-term-review";
    public static final String MEMBER_KEY = "review-member";
    public static final String INSPECTION_KEY = "review-inspection";
    /** The review, its members' parts and inspections. */
    public static final List<String> ALL = List.of(KEY, MEMBER_KEY, INSPECTION_KEY);

    // messages to the review
    static final String ALL_REVIEWED = "giaouoc.allReviewed";
    static final String ALL_INSPECTED = "giaouoc.allInspected";
    /** To members' parts and inspections: the bloc's report was received. */
    static final String REVIEW_CLOSED = "giaouoc.reviewClosed";

    /** Whether the period lasts, so that the review is held. */
    static final String HELD = "held";
    /** Whether the members inspect each other. */
    static final String INSPECTION = "inspection";
    static final String REPORTS_DUE_AT = "reportsDueAt";
    static final String INSPECTIONS_DUE_AT = "inspectionsDueAt";
    /** By when the head unit's open task is due. */
    static final String HEAD_DUE_AT = "headDueAt";
    static final String SIGN_DUE_AT = "signDueAt";
    static final String SNV_DUE_AT = "snvDueAt";
    /** Heads of the head unit of the day the report was handed in. */
    static final String HEAD_LEAD_GROUP = "headLeadGroup";
    /** What the signer or Sở Nội vụ decided: SIGN, RECEIVE or {@link #RETURN}. */
    static final String OUTCOME = "outcome";
    static final String RETURN = "RETURN";
    static final String APPROVED = "approved";
    static final String INSPECTED_GROUP = "inspectedGroup";

    private ReviewProcess() {
    }
}
