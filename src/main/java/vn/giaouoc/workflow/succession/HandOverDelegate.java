package vn.giaouoc.workflow.succession;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Successions;

/** "Bàn giao hồ sơ": people and records of the former units. */
@Component
class HandOverDelegate implements JavaDelegate {

    private final Successions successions;

    HandOverDelegate(Successions successions) {
        this.successions = successions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        successions.handOver(execution.getProcessBusinessKey());
    }
}
