package vn.giaouoc.workflow.absence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.absence.Absences;

/** "Chuyển việc cho người xử lý thay": what the absent person has in hand. */
@Component
class HandTasksOverDelegate implements JavaDelegate {

    private final Absences absences;

    HandTasksOverDelegate(Absences absences) {
        this.absences = absences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        absences.handOver(execution.getProcessBusinessKey());
    }
}
