package vn.giaouoc.workflow.bloc;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYears;

/** "Mở năm công tác của các khối": one batch of blocs gets its cases, in a job of its own. */
@Component
class OpenBlocsDelegate implements JavaDelegate {

    private final BlocYears years;

    OpenBlocsDelegate(BlocYears years) {
        this.years = years;
    }

    @Override
    public void execute(DelegateExecution execution) {
        years.openBatch(execution.getProcessBusinessKey(), (Integer) execution.getVariable(BlocProcess.BATCH));
    }
}
