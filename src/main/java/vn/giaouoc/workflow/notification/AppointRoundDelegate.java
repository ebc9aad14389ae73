package vn.giaouoc.workflow.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.notification.Rounds;

/** "Hẹn ngày làm việc kế tiếp": the next round waits for its morning. */
@Component
class AppointRoundDelegate implements JavaDelegate {

    private final Rounds rounds;

    AppointRoundDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.next(execution.getProcessBusinessKey());
    }
}
