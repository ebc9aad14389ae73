package vn.giaouoc.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.security.Accounts;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.workflow.form.StartForms;
import vn.giaouoc.workflow.form.TaskForms;

/** People of the trial province who work as Tasklist makes them work, without the browser. */
@Component
public class Officials {

    private final IdentityService identities;
    private final TaskService tasks;
    private final FormService forms;
    private final RepositoryService repository;
    private final TaskForms taskForms;
    private final StartForms startForms;
    private final ObjectMapper json;
    private final Accounts accounts;

    Officials(IdentityService identities, TaskService tasks, FormService forms, RepositoryService repository, TaskForms taskForms,
              StartForms startForms, ObjectMapper json, Accounts accounts) {
        this.identities = identities;
        this.tasks = tasks;
        this.forms = forms;
        this.repository = repository;
        this.taskForms = taskForms;
        this.startForms = startForms;
        this.json = json;
        this.accounts = accounts;
    }

    /** The person with its groups of this moment. */
    public Actor actor(String user) {
        return new Actor(user, accounts.groupsOf(user).orElse(Set.of()));
    }

    /** Runs the call signed in to the engine as this person. */
    public <T> T as(String user, Supplier<T> call) {
        Actor actor = actor(user);
        identities.setAuthentication(user, List.copyOf(actor.groups()));
        try {
            return call.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    /** Starts a campaign with the start form. @return its code */
    public String start(String user, Map<String, Object> data) {
        return start(user, "campaign", data);
    }

    /** Starts a process with its start form. @return the code of the case */
    public String start(String user, String process, Map<String, Object> data) {
        Actor actor = actor(user);
        return as(user, () -> {
            startForms.validate(actor, process, node(data));
            String definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
                    .singleResult().getId();
            return forms.submitStartForm(definition, Map.of()).getBusinessKey();
        });
    }

    /** Takes the one open task of this kind of the case, fills its form, completes it. */
    public void complete(String user, String businessKey, String userTask, Map<String, Object> data) {
        Actor actor = actor(user);
        as(user, () -> {
            Task task = task(businessKey, userTask, actor);
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), user);
            }
            taskForms.validate(actor, task.getId(), node(data));
            tasks.complete(task.getId());
            return null;
        });
    }

    private Task task(String businessKey, String userTask, Actor actor) {
        List<Task> found = tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(userTask).list();
        return found.stream().filter(task -> found.size() == 1 || tasks.getIdentityLinksForTask(task.getId()).stream()
                        .anyMatch(link -> link.getGroupId() != null && actor.in(link.getGroupId()))).findFirst()
                .orElseThrow(() -> new AssertionError(actor.userId() + " sees no task " + userTask + " of " + businessKey));
    }

    private ObjectNode node(Map<String, Object> data) {
        return json.valueToTree(data);
    }
}
