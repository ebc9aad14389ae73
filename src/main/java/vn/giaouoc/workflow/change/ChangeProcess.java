package vn.giaouoc.workflow.change;

import vn.giaouoc.change.ChangeView;

/**
 * The contract of {@code processes/campaign-change} (business key {@code PT-2024-003/TD1}) and {@code processes/unit-notice}
 * ({@code PT-2024-003/TD1/sgddt}).
 */
public final class ChangeProcess {

    public static final String KEY = "campaign-change";
    public static final String NOTICE_KEY = "unit-notice";

    static final String PAPER_KEY = "paperKey";
    static final String ABANDONED = "abandoned";
    static final String NOTICE_DUE_AT = "noticeDueAt";

    private ChangeProcess() {
    }

    /** {@code PT-2024-003} of any key of it. */
    static String campaign(String businessKey) {
        return businessKey.split("/")[0];
    }

    /** 1 of {@code PT-2024-003/TD1} and {@code PT-2024-003/TD1/sgddt}. */
    static int seq(String businessKey) {
        return ChangeView.seqOf(businessKey.split("/")[1]);
    }

    /** {@code sgddt} of {@code PT-2024-003/TD1/sgddt}. */
    static String unit(String businessKey) {
        return businessKey.split("/")[2];
    }
}
