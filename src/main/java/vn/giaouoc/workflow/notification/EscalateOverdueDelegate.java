package vn.giaouoc.workflow.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.notification.Rounds;

/** "Mở, kết thúc đôn đốc": one batch of overdue tasks in a job of its own. */
@Component
class EscalateOverdueDelegate implements JavaDelegate {

    private final Rounds rounds;

    EscalateOverdueDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RoundProcess.MORE, rounds.escalate(execution.getProcessBusinessKey()));
    }
}
