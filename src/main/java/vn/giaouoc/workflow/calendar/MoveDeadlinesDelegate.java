package vn.giaouoc.workflow.calendar;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.calendar.CalendarChanges;

/** "Chuyển hạn các việc": one batch in a job of its own. */
@Component
class MoveDeadlinesDelegate implements JavaDelegate {

    private final CalendarChanges changes;

    MoveDeadlinesDelegate(CalendarChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(CalendarProcess.MORE_DEADLINES, changes.moveBatch(execution.getProcessBusinessKey()));
    }
}
