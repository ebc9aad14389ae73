package vn.giaouoc.workflow.calendar;

/** The contract of {@code processes/calendar-change/calendar-change.bpmn}. Business key: {@code LL-2026-001}. */
public final class CalendarProcess {

    public static final String KEY = "calendar-change";
    public static final String MOVE_DEADLINES = "serviceTask_moveDeadlines";

    static final String MORE_DEADLINES = "moreDeadlines";

    private CalendarProcess() {
    }
}
