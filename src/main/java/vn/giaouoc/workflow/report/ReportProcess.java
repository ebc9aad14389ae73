package vn.giaouoc.workflow.report;

import vn.giaouoc.report.Period;

/**
 * The contract of {@code processes/campaign-report} (business key {@code PT-2024-003/KY1}) and {@code processes/unit-report}
 * ({@code PT-2024-003/KY1/sgddt}).
 */
public final class ReportProcess {

    public static final String KEY = "campaign-report";
    public static final String UNIT_KEY = "unit-report";
    /** Message: every unit has reported. */
    public static final String ALL_REPORTED = "giaouoc.allReported";

    public static final String CONSOLIDATE = "userTask_consolidateReport";
    public static final String REPORT_GROUPS = "reportGroups";

    static final String BATCHES = "batches";
    static final String BATCH = "batch";
    static final String REPORTS_DUE_AT = "reportsDueAt";
    static final String CONSOLIDATE_DUE_AT = "consolidateDueAt";
    static final String PAPER_KEY = "paperKey";
    static final String APPROVED = "approved";

    private ReportProcess() {
    }

    /** {@code PT-2024-003} of any key of it. */
    static String campaign(String businessKey) {
        return businessKey.split("/")[0];
    }

    /** 1 of {@code PT-2024-003/KY1} and {@code PT-2024-003/KY1/sgddt}. */
    static int seq(String businessKey) {
        return Period.seqOf(businessKey.split("/")[1]);
    }

    /** {@code sgddt} of {@code PT-2024-003/KY1/sgddt}. */
    static String unit(String businessKey) {
        return businessKey.split("/")[2];
    }
}
