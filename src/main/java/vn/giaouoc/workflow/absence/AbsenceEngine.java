package vn.giaouoc.workflow.absence;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.absence.AbsenceFlow;
import vn.giaouoc.absence.AbsenceStart;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.shared.ConflictRefusal;
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
    private final JdbcClient jdbc;

    AbsenceEngine(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy TaskForms forms, @Lazy TaskActs acts, @Lazy AsSystem asSystem,
                  JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.acts = acts;
        this.asSystem = asSystem;
    }

    @Override
    public void start(AbsenceStart start) {
        asSystem.run(() -> runtime.startProcessInstanceByKey(AbsenceProcess.KEY, start.code(), variables(start)));
    }

    /** What the case of an absence begins with, whoever starts it. */
    static Map<String, Object> variables(AbsenceStart start) {
        return Map.of(CampaignProcess.CASE_CODE, start.code(), CampaignProcess.TITLE, CampaignVariables.shortened(start.title()),
                ResponseProcess.UNIT_NAME, start.deputyName(), AbsenceProcess.FROM_AT, Date.from(start.fromAt()),
                AbsenceProcess.BACK_AT, Date.from(start.backAt()));
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

    /** By SQL: the engine's queries do not know who is no member. */
    @Override
    public List<HeldTask> heldByOutsiders(Collection<String> groups, int most) {
        return jdbc.sql("""
                        select t.id_, t.proc_def_id_, t.task_def_key_, t.name_, e.business_key_, t.assignee_, t.due_date_ from act_ru_task t
                          join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.assignee_ is not null and t.suspension_state_ = 1
                          and exists (select 1 from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ = any(?))
                          and not exists (select 1 from act_ru_identitylink l join act_id_membership m on m.group_id_ = l.group_id_
                            and m.user_id_ = t.assignee_ where l.task_id_ = t.id_ and l.type_ = 'candidate')
                        order by t.due_date_, t.id_ limit ?""").params(groups.toArray(String[]::new), most)
                .query((rs, n) -> new HeldTask(rs.getString(1), TaskForms.formOf(rs.getString(2), rs.getString(3)), rs.getString(4), rs.getString(5),
                        rs.getString(6), rs.getTimestamp(7) == null ? null : rs.getTimestamp(7).toInstant())).list();
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
    public void give(HeldTask task, String to, String owner) {
        asSystem.run(() -> {
            hand(task, to, owner);
        });
    }

    @Override
    public void release(HeldTask task, String note) {
        asSystem.run(() -> {
            hand(task, null, null);
            tasks.createComment(task.taskId(), null, note);
        });
    }

    private void hand(HeldTask held, String to, String owner) {
        Task task = tasks.createTaskQuery().taskId(held.taskId()).taskAssignee(held.holder()).singleResult();
        if (task == null) {
            throw new ConflictRefusal("Việc \"" + held.name() + "\" vừa được hoàn thành hoặc vừa có người khác nhận.");
        }
        task.setOwner(owner);
        task.setAssignee(to);
        tasks.saveTask(task);
        forms.left(held.taskId());
    }
}
