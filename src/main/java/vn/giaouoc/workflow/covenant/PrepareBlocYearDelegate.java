package vn.giaouoc.workflow.covenant;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantStart;
import vn.giaouoc.covenant.Covenants;
import vn.giaouoc.review.ReviewPlans;

/** "Chuẩn bị năm công tác": fails, and so shows as an incident, until the head unit can be given work; then its covenant begins. */
@Component
class PrepareBlocYearDelegate implements JavaDelegate {

    private final BlocYears years;
    private final Covenants covenants;
    private final ReviewPlans reviews;

    PrepareBlocYearDelegate(BlocYears years, Covenants covenants, ReviewPlans reviews) {
        this.years = years;
        this.covenants = covenants;
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String year = execution.getProcessBusinessKey();
        years.open(year);
        CovenantStart start = covenants.begin(year);
        execution.setVariable(BlocYearProcess.COVENANT_KEY, start.key());
        execution.setVariable(BlocYearProcess.HEAD_GROUP, start.headGroup());
        execution.setVariable(BlocYearProcess.HEAD_DUE_AT, Date.from(start.dueAt()));
        execution.setVariable(BlocYearProcess.REVIEW_BEGINS_AT, Date.from(reviews.beginsAt(year)));
    }
}
