package vn.giaouoc.workflow.succession;

/** The contract of {@code processes/unit-succession/unit-succession.bpmn}. Business key: {@code TC-2026-01}. */
public final class SuccessionProcess {

    public static final String KEY = "unit-succession";
    public static final String TAKE_EFFECT = "serviceTask_takeEffect";

    static final String EFFECTIVE_AT = "effectiveAt";
    static final String MORE_WORK = "moreWork";

    private SuccessionProcess() {
    }
}
