package vn.giaouoc.workflow.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.absence.DeputyActs;
import vn.giaouoc.absence.StandIns.Standing;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/**
 * Forms of user tasks: load, keep a draft, validate, complete. A completion carries no variables: it takes the draft that
 * was validated last and not changed since, in the engine's transaction (see ADR 0004).
 */
@Service
@Transactional
public class TaskForms {

    private final Map<String, TaskForm<?>> forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final AsSystem asSystem;
    private final FormDrafts drafts;
    private final FormReader reader;
    private final Deputies deputies;
    private final DeputyActs deputyActs;

    TaskForms(List<TaskForm<?>> forms, TaskService tasks, RuntimeService runtime, AsSystem asSystem, FormDrafts drafts,
              FormReader reader, Deputies deputies, DeputyActs deputyActs) {
        this.forms = forms.stream().collect(Collectors.toMap(TaskForm::form, Function.identity()));
        this.tasks = tasks;
        this.runtime = runtime;
        this.asSystem = asSystem;
        this.drafts = drafts;
        this.reader = reader;
        this.deputies = deputies;
        this.deputyActs = deputyActs;
    }

    /** One task and how a person stands before it. */
    private record Before(TaskContext context, String refusal) {
    }

    /** Everything the form of a task shows this person. @throws NotFound unknown, or not for this person to see */
    @Transactional(readOnly = true)
    public Map<String, Object> load(Actor actor, String taskId) {
        Task task = visible(taskId);
        Before before = before(task, actor);
        TaskContext context = before.context();
        TaskForm<?> form = form(context.form());
        var loaded = new LinkedHashMap<String, Object>();
        loaded.put("task", head(task, before, canComplete(task, before)));
        loaded.put("caseCode", context.caseCode());
        loaded.put("view", form.view(context));
        loaded.put("draft", drafts.begin(FormDrafts.ofTask(taskId), actor.userId())
                .<Object>map(draft -> Map.of("revision", draft.revision(), "data", draft.data(), "savedAt", draft.savedAt()))
                .orElse(null));
        loaded.put("initial", form.initial(context));
        loaded.put("next", form.next(context));
        loaded.put("steps", form.steps(context).stream().map(TaskForms::stepRow).toList());
        loaded.put("returnReason", form.returnReason(context));
        loaded.put("deputyActs", deputyActs.ofCase(context.businessKey()));
        return loaded;
    }

    /** Keeps what was typed, complete or not. Only the holder of the task has a draft. */
    public Map<String, Object> save(Actor actor, String taskId, ObjectNode data) {
        requireHolder(visible(taskId), actor);
        var saved = drafts.type(FormDrafts.ofTask(taskId), actor.userId(), data);
        return Map.of("revision", saved.revision(), "savedAt", saved.savedAt());
    }

    /**
     * Keeps what was typed and, when nothing speaks against completing with it, marks it ready.
     *
     * @throws vn.giaouoc.shared.BusinessRefusal what the completion would be refused for; the draft is kept all the same
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED) // what was typed is kept even when it is refused
    public Map<String, Object> validate(Actor actor, String taskId, ObjectNode data) {
        Task task = visible(taskId);
        requireHolder(task, actor);
        Before before = before(task, actor);
        var checked = drafts.check(FormDrafts.ofTask(taskId), actor.userId(), data, () -> check(before, data));
        return Map.of("revision", checked.revision(), "findings", checked.found());
    }

    /** The task was taken from its holder, without its doing: what was typed waits for the next, who has it checked anew. */
    public void left(String taskId) {
        drafts.leave(FormDrafts.ofTask(taskId));
    }

    /** The completion itself, from the engine's listener. Sets the variables the user task declares. */
    void complete(DelegateTask task, Actor person) {
        Actor actor = Deputies.allowed(deputies.at(person, task));
        var context = new TaskContext(task.getId(), formOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey()),
                task.getExecution().getProcessBusinessKey(), instant(task.getDueDate()), actor);
        complete(form(context.form()), context, ready(FormDrafts.ofTask(task.getId()), actor))
                .forEach(task.getExecution()::setVariable);
    }

    private List<Finding> check(Before before, ObjectNode data) {
        if (before.refusal() != null) {
            throw new NotAllowed(before.refusal());
        }
        return check(form(before.context().form()), before.context(), data);
    }

    private <D> List<Finding> check(TaskForm<D> form, TaskContext context, ObjectNode data) {
        return form.check(context, form.read(data.deepCopy(), reader));
    }

    private <D> Map<String, Object> complete(TaskForm<D> form, TaskContext context, ObjectNode data) {
        D read = form.read(data.deepCopy(), reader);
        form.checkAgain(context, read);
        return form.complete(context, read);
    }

    private ObjectNode ready(String owner, Actor actor) {
        var draft = drafts.takeAll(owner, actor.userId())
                .orElseThrow(() -> new InvalidInput("data", "Biểu mẫu chưa được nhập."));
        if (!draft.ready()) {
            throw new ConflictRefusal("Nội dung vừa thay đổi và chưa được kiểm tra. Hãy bấm hoàn thành lại từ biểu mẫu.");
        }
        return draft.data();
    }

    /** The engine's own authorizations decide who sees a task. */
    private Task visible(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new NotFound("Không tìm thấy công việc, hoặc công việc đã hoàn thành.");
        }
        return task;
    }

    private static void requireHolder(Task task, Actor actor) {
        if (!actor.userId().equals(task.getAssignee())) {
            throw new NotAllowed("Bạn chưa nhận công việc này.");
        }
    }

    /** Costs nothing more for people who deputise for nobody. */
    private Before before(Task task, Actor actor) {
        return asSystem.get(() -> {
            String key = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult()
                    .getBusinessKey();
            Standing standing = actor.standsIn() ? deputies.at(actor, task, candidates(task)) : new Standing(actor, null);
            return new Before(new TaskContext(task.getId(), formOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey()), key,
                    instant(task.getDueDate()), standing.actor()), standing.refusal());
        });
    }

    private Set<String> candidates(Task task) {
        return Deputies.groups(tasks.getIdentityLinksForTask(task.getId()));
    }

    /** Only who holds the task and still belongs to one of its groups. */
    private boolean canComplete(Task task, Before before) {
        Actor actor = before.context().actor();
        return actor.userId().equals(task.getAssignee()) && before.refusal() == null
                && actor.inAny(asSystem.get(() -> candidates(task)));
    }

    private static Map<String, Object> head(Task task, Before before, boolean canComplete) {
        TaskContext context = before.context();
        var head = new LinkedHashMap<String, Object>();
        head.put("id", task.getId());
        head.put("key", context.form().substring(context.form().indexOf('/') + 1));
        head.put("processKey", context.form().substring(0, context.form().indexOf('/')));
        head.put("name", task.getName());
        head.put("dueAt", context.dueAt());
        head.put("assignee", task.getAssignee());
        head.put("mine", context.actor().userId().equals(task.getAssignee()));
        head.put("canComplete", canComplete);
        head.put("refusal", before.refusal());
        head.put("acting", context.actor().acting() == null ? null : context.actor().acting().words());
        return head;
    }

    private static Map<String, Object> stepRow(PaperStep step) {
        var row = new LinkedHashMap<String, Object>();
        row.put("at", step.at());
        row.put("personName", step.actorName());
        row.put("position", step.position());
        row.put("step", step.step().label());
        row.put("decision", step.decision().label());
        row.put("returnTo", step.returnTo() == null ? null : step.returnTo().label());
        row.put("reason", step.reason());
        row.put("acting", step.forWords());
        return row;
    }

    private TaskForm<?> form(String key) {
        TaskForm<?> form = forms.get(key);
        if (form == null) {
            throw new IllegalStateException("No TaskForm for " + key);
        }
        return form;
    }

    /** {@code campaign:3:uuid} and {@code userTask_draftPlan} make {@code campaign/draftPlan}. */
    public static String formOf(String processDefinitionId, String taskKey) {
        return processDefinitionId.substring(0, processDefinitionId.indexOf(':')) + "/" + taskKey.substring(taskKey.indexOf('_') + 1);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
