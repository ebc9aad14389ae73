package vn.giaouoc.workflow.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.notification.Rounds;

/** "Soạn thư hằng ngày": the letters of one batch of people in a job of its own. */
@Component
class WriteDigestsDelegate implements JavaDelegate {

    private final Rounds rounds;

    WriteDigestsDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RoundProcess.MORE, rounds.write(execution.getProcessBusinessKey()));
    }
}
