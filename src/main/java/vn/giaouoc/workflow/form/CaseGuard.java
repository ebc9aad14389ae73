package vn.giaouoc.workflow.form;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.engine.EngineActor;
import vn.giaouoc.platform.engine.EveryProcessStart;
import vn.giaouoc.platform.engine.EveryUserTask;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.CaseRegister;
import vn.giaouoc.shared.NotAllowed;

/**
 * Ties engine and aggregates together: a completion is a use case, and no process instance exists without its case. Runs
 * in the engine's transaction, so a refusal leaves nothing behind on either side.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // after the check that the person holds the task
class CaseGuard implements EveryUserTask, EveryProcessStart {

    private final TaskForms tasks;
    private final StartForms starts;
    private final List<CaseRegister> cases;
    private final EngineActor person;
    private final Deputies deputies;

    CaseGuard(@Lazy TaskForms tasks, @Lazy StartForms starts, @Lazy List<CaseRegister> cases, EngineActor person, @Lazy Deputies deputies) {
        this.tasks = tasks;
        this.starts = starts;
        this.cases = cases;
        this.person = person;
        this.deputies = deputies;
    }

    @Override
    public void notify(DelegateTask task) {
        if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())) {
            tasks.complete(task, actor());
        }
    }

    /** A start without a case code comes from Tasklist's start form; any other must name a case that exists. */
    @Override
    public void notify(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        if (key == null) {
            startFromForm(execution);
        } else if (!exists(key.contains("/") ? key.substring(0, key.indexOf('/')) : key)) {
            throw new NotAllowed("Không khởi tạo được quy trình: không có hồ sơ " + key + ".");
        }
    }

    private boolean exists(String caseCode) {
        return cases.stream().anyMatch(register -> register.keeps(caseCode) && register.exists(caseCode));
    }

    private void startFromForm(DelegateExecution execution) {
        String process = execution.getProcessDefinitionId().substring(0, execution.getProcessDefinitionId().indexOf(':'));
        Actor actor = starts.byDeputies(process) ? deputies.starting(actor()) : actor();
        var started = starts.start(actor, process)
                .orElseThrow(() -> new NotAllowed("Quy trình này không được khởi tạo trực tiếp."));
        execution.setProcessBusinessKey(started.businessKey());
        deputies.started(actor, started.businessKey(), "Khởi tạo hồ sơ");
        started.variables().forEach(execution::setVariable);
    }

    private Actor actor() {
        return person.get().orElseThrow(() -> new NotAllowed("Không xác định được người thực hiện."));
    }
}
