package vn.giaouoc.workflow.succession;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.workflow.form.TaskForms;
import vn.giaouoc.workflow.response.ResponseProcess;

/** What is open of former units, of whatever process, and how it comes to the heir. */
@Component
class OpenWork {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final AuthorizationService authorizations;
    private final IdentityService identities;
    private final TaskForms forms;

    OpenWork(@Lazy TaskService tasks, @Lazy RuntimeService runtime, @Lazy AuthorizationService authorizations,
             @Lazy IdentityService identities, @Lazy TaskForms forms) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.authorizations = authorizations;
        this.identities = identities;
        this.forms = forms;
    }

    /** Moves at most so many tasks. @return how many */
    int moveTasks(Collection<String> former, String heir, int most) {
        Map<String, String> groups = new HashMap<>();
        former.forEach(unit -> {
            groups.put(Organisation.unitGroup(unit), Organisation.unitGroup(heir));
            groups.put(Organisation.leadGroup(unit), Organisation.leadGroup(heir));
        });
        if (groups.isEmpty()) {
            return 0;
        }
        List<Task> found = tasks.createTaskQuery().taskCandidateGroupIn(new ArrayList<>(groups.keySet())).includeAssignedTasks()
                .orderByTaskId().asc().listPage(0, most);
        Map<String, Set<String>> membersOf = new HashMap<>(); // groups by person, read once
        found.forEach(task -> move(task, groups, membersOf));
        return found.size();
    }

    private void move(Task task, Map<String, String> groups, Map<String, Set<String>> groupsOf) {
        Set<String> candidates = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .filter(group -> group != null).collect(Collectors.toSet());
        List<String> left = candidates.stream().filter(groups::containsKey).toList();
        left.forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
        hide(task.getId(), left);
        Set<String> now = candidates.stream().filter(group -> !groups.containsKey(group)).collect(Collectors.toSet());
        // Its rows follow from the link; a group that is there already has them.
        left.stream().map(groups::get).filter(now::add).forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        String holder = task.getAssignee();
        if (holder != null && groupsOf.computeIfAbsent(holder, this::groups).stream().noneMatch(now::contains)) {
            tasks.setAssignee(task.getId(), null);
            forms.left(task.getId());
        }
    }

    /** The engine writes a group's rows with the link, but does not take them away with it. */
    private void hide(String taskId, List<String> groups) {
        for (Resources resource : List.of(Resources.TASK, Resources.HISTORIC_TASK)) {
            authorizations.createAuthorizationQuery().resourceType(resource).resourceId(taskId)
                    .groupIdIn(groups.toArray(String[]::new)).list().forEach(row -> authorizations.deleteAuthorization(row.getId()));
        }
    }

    private Set<String> groups(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).collect(Collectors.toSet());
    }

    /** Lists show a former unit's cases with its new name, those that wait for something too. @return how many were renamed */
    int rename(Map<String, String> names, int most) {
        List<Map.Entry<String, ProcessInstance>> found = names.entrySet().stream().flatMap(unit -> named(unit, most)).limit(most).toList();
        found.forEach(instance -> runtime.setVariable(instance.getValue().getId(), ResponseProcess.UNIT_NAME, instance.getKey()));
        return found.size();
    }

    private Stream<Map.Entry<String, ProcessInstance>> named(Map.Entry<String, String> unit, int most) {
        return runtime.createProcessInstanceQuery().variableValueEquals(ResponseProcess.UNIT_GROUP, Organisation.unitGroup(unit.getKey()))
                .variableValueNotEquals(ResponseProcess.UNIT_NAME, unit.getValue()).listPage(0, most).stream()
                .map(instance -> Map.entry(unit.getValue(), instance));
    }
}
