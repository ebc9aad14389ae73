package vn.giaouoc.workflow.absence;

/** The contract of {@code processes/absence/absence.bpmn}. Business key: {@code VM-2026-0001}. */
public final class AbsenceProcess {

    public static final String KEY = "absence";
    public static final String HAND_OVER = "serviceTask_handOver";
    public static final String GIVE_BACK = "serviceTask_giveBack";

    static final String FROM_AT = "fromAt";
    static final String BACK_AT = "backAt";
    static final String ENDED = "giaouoc.absenceEnded";

    private AbsenceProcess() {
    }
}
