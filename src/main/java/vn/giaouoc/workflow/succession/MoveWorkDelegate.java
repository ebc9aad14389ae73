package vn.giaouoc.workflow.succession;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Successions;

/** "Chuyển việc đang mở": one batch in a job of its own. */
@Component
class MoveWorkDelegate implements JavaDelegate {

    private final Successions successions;

    MoveWorkDelegate(Successions successions) {
        this.successions = successions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(SuccessionProcess.MORE_WORK, successions.moveBatch(execution.getProcessBusinessKey()));
    }
}
