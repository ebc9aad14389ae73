package vn.giaouoc.workflow.absence;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.absence.AbsenceFlow;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.form.TaskActs;
import vn.giaouoc.workflow.form.TaskForms;
import vn.giaouoc.workflow.response.ResponseProcess;

/** Answers for the engine what absences ask of it; the absences have checked the person's right. */
@Component
class AbsenceEngine implements AbsenceFlow {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final TaskForms forms;
    private final TaskActs acts;
    private final AsSystem asSystem;

    AbsenceEngine(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy TaskForms forms, @Lazy TaskActs acts, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.acts = acts;
        this.asSystem = asSystem;
    }

    @Override
    public void start(String code, String title, String deputyName, Instant fromAt, Instant backAt) {
        asSystem.run(() -> runtime.startProcessInstanceByKey(AbsenceProcess.KEY, code, Map.of(CampaignProcess.CASE_CODE, code,
                CampaignProcess.TITLE, CampaignVariables.shortened(title), ResponseProcess.UNIT_NAME, deputyName,
                AbsenceProcess.FROM_AT, Date.from(fromAt), AbsenceProcess.BACK_AT, Date.from(backAt))));
    }

    @Override
    public void end(String code) {
        asSystem.run(() -> runtime.createMessageCorrelation(AbsenceProcess.ENDED).processInstanceBusinessKey(code).correlate());
    }

    @Override
    public List<HeldTask> heldBy(Collection<String> people, int most) {
        return asSystem.get(() -> {
            TaskQuery query = tasks.createTaskQuery().taskAssigned();
            if (people != null) {
                query.taskAssigneeIn(people.toArray(String[]::new));
            }
            List<Task> found = query.orderByDueDate().asc().orderByTaskId().asc().listPage(0, most);
            Map<String, String> keys = keys(found);
            return found.stream().map(task -> held(task, keys)).toList();
        });
    }

    @Override
    public HeldTask held(String taskId) {
        return asSystem.get(() -> {
            Task task = tasks.createTaskQuery().taskId(taskId).taskAssigned().singleResult();
            if (task == null) {
                throw new NotFound("Không tìm thấy công việc này, hoặc không còn ai giữ.");
            }
            return held(task, keys(List.of(task)));
        });
    }

    private Map<String, String> keys(List<Task> found) {
        Set<String> instances = found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return instances.isEmpty() ? Map.of() : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private static HeldTask held(Task task, Map<String, String> keys) {
        return new HeldTask(task.getId(), TaskForms.formOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey()), task.getName(),
                keys.get(task.getProcessInstanceId()), task.getAssignee(), task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    @Override
    public Set<String> candidates(HeldTask task) {
        return asSystem.get(() -> tasks.getIdentityLinksForTask(task.taskId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    @Override
    public String act(HeldTask task) {
        return asSystem.get(() -> acts.of(task.form()));
    }

    @Override
    public void give(String taskId, String to, String owner) {
        asSystem.run(() -> {
            hand(taskId, to, owner);
        });
    }

    @Override
    public void release(String taskId, String note) {
        asSystem.run(() -> {
            tasks.createComment(taskId, null, note);
            hand(taskId, null, null);
        });
    }

    private void hand(String taskId, String to, String owner) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        task.setOwner(owner);
        task.setAssignee(to);
        tasks.saveTask(task);
        forms.left(taskId);
    }
}
