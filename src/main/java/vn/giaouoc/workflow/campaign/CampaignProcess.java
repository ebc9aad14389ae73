package vn.giaouoc.workflow.campaign;

/** The contract of {@code processes/campaign/campaign.bpmn}: its key, the elements and variables that code names. */
public final class CampaignProcess {

    public static final String KEY = "campaign";
    public static final String OPEN_UNITS = "serviceTask_openUnits";

    /** Display columns of Tasklist. */
    public static final String CASE_CODE = "caseCode";
    public static final String TITLE = "campaignTitle";

    static final String ENTRY = "entry";
    static final String DRAFT_GROUP = "draftGroup";
    static final String DRAFT_DUE_AT = "draftDueAt";
    static final String NEEDS_COMMENTS = "needsComments";
    static final String COMMENT_UNITS = "commentUnits";
    static final String COMMENT_DUE_AT = "commentDueAt";
    static final String BATCHES = "batches";
    static final String BATCH = "batch";
    static final String NUMBER_KNOWN = "numberKnown";
    static final String NUMBER_DUE_AT = "numberDueAt";
    static final String FOLLOW_GROUPS = "followGroups";
    static final String FOLLOW_DUE_AT = "followDueAt";

    private CampaignProcess() {
    }
}
