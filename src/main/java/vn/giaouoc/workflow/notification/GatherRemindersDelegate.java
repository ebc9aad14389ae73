package vn.giaouoc.workflow.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.notification.Rounds;

/** "Gom việc đến hạn": one batch of tasks in a job of its own. */
@Component
class GatherRemindersDelegate implements JavaDelegate {

    private final Rounds rounds;

    GatherRemindersDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RoundProcess.MORE, rounds.gather(execution.getProcessBusinessKey()));
    }
}
