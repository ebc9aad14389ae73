package vn.giaouoc.workflow.notification;

/** The contract of {@code processes/reminder-round/reminder-round.bpmn}. Business key: {@code NH-2024-05-15}. */
public final class RoundProcess {

    public static final String KEY = "reminder-round";

    static final String STARTS_AT = "startsAt";
    static final String MORE = "more";

    private RoundProcess() {
    }
}
