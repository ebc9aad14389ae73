package vn.giaouoc.workflow.succession;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Successions;

/** "Ghi nhận hiệu lực": from now on new work goes to the heir. */
@Component
class TakeEffectDelegate implements JavaDelegate {

    private final Successions successions;

    TakeEffectDelegate(Successions successions) {
        this.successions = successions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        successions.takeEffect(execution.getProcessBusinessKey());
    }
}
