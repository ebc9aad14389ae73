package vn.giaouoc.workflow.approval;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.giaouoc.document.ApprovalStep;
import vn.giaouoc.document.Progress;

/** The contract of {@code processes/paper-approval/paper-approval.bpmn}. Business key: the paper, {@code PT-2024-003/KH}. */
public final class ApprovalProcess {

    public static final String KEY = "paper-approval";

    static final String NEXT_STEP = "nextStep";
    static final String RETURN_TO = "returnTo";
    static final String STEP_DUE_AT = "stepDueAt";
    static final String OUTCOME = "outcome";

    private ApprovalProcess() {
    }

    /** What the gateways read after a step. */
    static Map<String, Object> variables(Progress progress) {
        var variables = new HashMap<String, Object>();
        variables.put(NEXT_STEP, progress.nextStep());
        if (progress.dueAt() != null) {
            variables.put(STEP_DUE_AT, Date.from(progress.dueAt()));
        }
        if (progress.returnTo() != null) {
            variables.put(RETURN_TO, progress.returnTo().name());
        }
        outcome(progress).ifPresent(outcome -> variables.put(OUTCOME, outcome));
        return variables;
    }

    private static Optional<String> outcome(Progress progress) {
        return switch (progress.nextStep()) {
            case "DONE" -> Optional.of("ISSUED");
            case "REFUSED" -> Optional.of("REFUSED");
            case "RETURN" -> progress.returnTo() == ApprovalStep.DRAFT ? Optional.of("RETURNED") : Optional.empty();
            default -> Optional.empty();
        };
    }
}
