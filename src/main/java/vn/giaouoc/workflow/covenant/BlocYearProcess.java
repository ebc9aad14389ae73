package vn.giaouoc.workflow.covenant;

/** The contract of {@code processes/bloc-year/bloc-year.bpmn}. Business key: {@code KT-2026-001}. */
public final class BlocYearProcess {

    public static final String KEY = "bloc-year";
    /** Message: the recorded covenant is to be amended; carries {@link #COVENANT_KEY} and {@link #HEAD_DUE_AT}. */
    public static final String COVENANT_REOPENED = "giaouoc.covenantReopened";

    /** Message: the amendment under way is given up. */
    public static final String AMENDMENT_GIVEN_UP = "giaouoc.amendmentGivenUp";

    /** Message: the mid-term review begins before its date. */
    public static final String MID_TERM_REVIEW = "giaouoc.midTermReview";
    /** Version tag of the model that has the mid-term review; instances of older ones are migrated. */
    public static final String VERSION_TAG = "2";
    /** The event that waits for the review's date. */
    public static final String REVIEW_TIMER = "timer_reviewBegins";

    public static final String CASE_CODE = "caseCode";
    /** Short text of Tasklist's column "Phong trào, khối": the bloc's name and year. */
    public static final String TITLE = "campaignTitle";
    /** Group of the head unit's officials: {@code unit-sgddt}. */
    public static final String HEAD_GROUP = "headGroup";
    /** 17:00 of the period's last day, as {@link java.util.Date}. */
    public static final String YEAR_ENDS_AT = "yearEndsAt";
    /** When the mid-term review begins by itself, as {@link java.util.Date}. */
    public static final String REVIEW_BEGINS_AT = "reviewBeginsAt";
    /** Whether the head unit can be given work now; if not, the first job fails until it can. */
    public static final String READY = "ready";

    /** {@code KT-2026-001/GU1}. */
    static final String COVENANT_KEY = "covenantKey";
    /** By when the head unit's open task is due. */
    static final String HEAD_DUE_AT = "headDueAt";

    private BlocYearProcess() {
    }
}
