package vn.giaouoc.workflow.covenant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYears;

/** "Khép năm công tác". */
@Component
class CloseBlocYearDelegate implements JavaDelegate {

    private final BlocYears years;

    CloseBlocYearDelegate(BlocYears years) {
        this.years = years;
    }

    @Override
    public void execute(DelegateExecution execution) {
        years.close(execution.getProcessBusinessKey());
    }
}
