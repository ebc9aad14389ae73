package vn.giaouoc.workflow.midyear;

/** The contract of {@code processes/mid-year-report/mid-year-report.bpmn}. Business key: {@code SK-2026-01}. */
public final class MidYearProcess {

    public static final String KEY = "mid-year-report";
    /** Message: the report is opened before its date. */
    public static final String OPENED = "giaouoc.midYearOpened";

    static final String OPENS_AT = "opensAt";
    static final String WRITE_DUE_AT = "writeDueAt";
    static final String PAPER_KEY = "paperKey";

    private MidYearProcess() {
    }
}
