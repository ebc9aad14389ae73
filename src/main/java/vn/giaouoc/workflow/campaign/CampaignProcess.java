package vn.giaouoc.workflow.campaign;

/** The contract of {@code processes/campaign/campaign.bpmn}: its key, the elements and variables that code names. */
public final class CampaignProcess {

    public static final String KEY = "campaign";
    public static final String FOLLOW = "userTask_followCampaign";
    public static final String OPEN_UNITS = "serviceTask_openUnits";

    /** Display columns of Tasklist. */
    public static final String CASE_CODE = "caseCode";
    public static final String TITLE = "campaignTitle";

    public static final String DRAFT_GROUP = "draftGroup";
    public static final String DRAFT_DUE_AT = "draftDueAt";
    public static final String BATCHES = "batches";
    public static final String TELL_BATCHES = "tellBatches";
    public static final String FOLLOW_GROUPS = "followGroups";
    public static final String ARCHIVE_AT = "archiveAt";

    /** Message: an amended plan is in force. */
    public static final String PLAN_AMENDED = "giaouoc.planAmended";
    /** Message: the dates of reports may have moved. */
    public static final String REPORTING_MOVED = "giaouoc.reportingMoved";
    /** Message: the campaign is withdrawn. */
    public static final String WITHDRAWN = "giaouoc.campaignWithdrawn";
    /** Message: the tổng kết report is signed and registered. */
    public static final String FINAL_REPORT_SIGNED = "giaouoc.finalReportSigned";

    static final String MORE_REPORTS = "moreReports";
    static final String REPORT_SEQ = "reportSeq";
    static final String REPORT_OPENS_AT = "reportOpensAt";
    static final String ENTRY = "entry";
    static final String NEEDS_COMMENTS = "needsComments";
    static final String COMMENT_UNITS = "commentUnits";
    static final String COMMENT_UNIT = "commentUnit";
    static final String COMMENT_DUE_AT = "commentDueAt";
    static final String BATCH = "batch";
    static final String NUMBER_KNOWN = "numberKnown";
    static final String NUMBER_DUE_AT = "numberDueAt";
    public static final String FOLLOW_DUE_AT = "followDueAt";

    private CampaignProcess() {
    }
}
