package vn.giaouoc.workflow.notification;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.notification.Escalations;

/** Tells the level of this element, and sets when the next is told. */
@Component
class TellOverdueDelegate implements JavaDelegate {

    private final Escalations escalations;

    TellOverdueDelegate(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant next = escalations.tell(execution.getProcessBusinessKey(), EscalationProcess.level(execution.getCurrentActivityId()));
        if (next != null) {
            execution.setVariable(EscalationProcess.NEXT_AT, Date.from(next));
        }
    }
}
