package vn.giaouoc.workflow.response;

/** The contract of {@code processes/unit-response/unit-response.bpmn}. Business key: {@code PT-2024-003/sgddt}. */
public final class ResponseProcess {

    public static final String KEY = "unit-response";
    /** Message: the receiver sends a recorded answer back. */
    public static final String RETURNED = "giaouoc.responseReturned";

    /** Message: the deadline that has passed was moved to a later day. */
    public static final String EXTENDED = "giaouoc.responseExtended";

    public static final String UNIT_NAME = "unitName";
    public static final String UNIT_GROUP = "unitGroup";
    public static final String UNIT_LEAD_GROUP = "unitLeadGroup";
    public static final String REMIND_AT = "remindAt";
    public static final String DUE_AT = "dueAt";

    public static final String RETURN_UNTIL = "returnUntil";

    public static final String READY = "ready";

    static final String URGE_DUE_AT = "urgeDueAt";
    static final String APPROVED = "approved";

    private ResponseProcess() {
    }

    /** Whether the activity is the timer that reminds. */
    public static boolean isReminder(String activityId) {
        return "startEvent_remind".equals(activityId);
    }

    /** {@code PT-2024-003} of {@code PT-2024-003/sgddt}. */
    static String campaign(String businessKey) {
        return businessKey.substring(0, businessKey.indexOf('/'));
    }

    /** {@code sgddt} of {@code PT-2024-003/sgddt}. */
    static String unit(String businessKey) {
        return businessKey.substring(businessKey.indexOf('/') + 1);
    }
}
