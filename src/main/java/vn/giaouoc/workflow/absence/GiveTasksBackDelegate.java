package vn.giaouoc.workflow.absence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.absence.Absences;

/** "Trả lại việc": what the deputy took over and did not finish. */
@Component
class GiveTasksBackDelegate implements JavaDelegate {

    private final Absences absences;

    GiveTasksBackDelegate(Absences absences) {
        this.absences = absences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        absences.giveBack(execution.getProcessBusinessKey());
    }
}
