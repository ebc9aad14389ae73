package vn.giaouoc.workflow.bloc;

import java.util.ArrayList;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.Compositions;

/** "Áp dụng quyết định": the decision is in force, its blocs' years are listed in batches. */
@Component
class ApplyCompositionDelegate implements JavaDelegate {

    private final Compositions compositions;

    ApplyCompositionDelegate(Compositions compositions) {
        this.compositions = compositions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String code = execution.getProcessBusinessKey();
        execution.setVariable(BlocProcess.BATCHES, new ArrayList<>(compositions.apply(code)));
        execution.setVariable(BlocProcess.FOLLOW_DUE_AT, Date.from(compositions.followUntil(code)));
    }
}
