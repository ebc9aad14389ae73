package vn.giaouoc.workflow.action;

/** The contract of {@code processes/bloc-action/bloc-action.bpmn}. Business key: {@code KT-2026-001/V01}. */
public final class ActionProcess {

    public static final String KEY = "bloc-action";
    /** Message: the bloc's year has closed; all its open actions hear it, by {@code caseCode}. */
    public static final String YEAR_CLOSED = "giaouoc.blocYearClosed";

    static final String CONFIRM = "userTask_confirmAction";
    /** Group that confirms: the head unit's officials, its heads where the head unit itself is the owner. */
    static final String CONFIRM_GROUP = "confirmGroup";
    static final String CONFIRM_DUE_AT = "confirmDueAt";
    /** What the head unit decided: {@link #CLOSED}, {@link #AGAIN}. */
    static final String OUTCOME = "outcome";
    static final String CLOSED = "CLOSED";
    static final String AGAIN = "AGAIN";

    private ActionProcess() {
    }
}
