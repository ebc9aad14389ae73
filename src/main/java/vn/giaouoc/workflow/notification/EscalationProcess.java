package vn.giaouoc.workflow.notification;

import java.util.List;

/** The contract of {@code processes/escalation/escalation.bpmn}. Business key: {@code DD-000012}. */
public final class EscalationProcess {

    public static final String KEY = "escalation";
    /** Message: the task is done, gone, or due later than it was. */
    public static final String ENDED = "giaouoc.overdueEnded";

    static final String TASK_NAME = "taskName";
    static final String NEXT_AT = "nextAt";

    private static final List<String> LEVELS = List.of("serviceTask_tellHolder", "serviceTask_tellHead", "serviceTask_tellOffice",
            "serviceTask_tellLeader");

    private EscalationProcess() {
    }

    /** 1–4, the level that this element tells. */
    static int level(String activityId) {
        return LEVELS.indexOf(activityId) + 1;
    }
}
