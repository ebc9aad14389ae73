package vn.giaouoc.workflow.succession;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.workflow.form.TaskForms;

/** Open tasks that another unit does from now on: their groups, the rows that show them, who holds them, and its draft. */
@Component
public class TaskMoves {

    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final IdentityService identities;
    private final TaskForms forms;

    TaskMoves(@Lazy TaskService tasks, @Lazy AuthorizationService authorizations, @Lazy IdentityService identities,
              @Lazy TaskForms forms) {
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.identities = identities;
        this.forms = forms;
    }

    /** The engine groups of a unit, with those of the unit that takes their place. */
    public static Map<String, String> groups(String from, String to) {
        return Map.of(Organisation.unitGroup(from), Organisation.unitGroup(to), Organisation.leadGroup(from), Organisation.leadGroup(to));
    }

    /** Moves these tasks. @param groups new engine group by the one it takes the place of; a task without any of those stays as it is */
    public void move(List<Task> found, Map<String, String> groups) {
        Map<String, Set<String>> groupsOf = new HashMap<>(); // by person, read once
        found.forEach(task -> move(task, groups, groupsOf));
    }

    private void move(Task task, Map<String, String> groups, Map<String, Set<String>> groupsOf) {
        Set<String> candidates = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .filter(group -> group != null).collect(Collectors.toSet());
        List<String> left = candidates.stream().filter(groups::containsKey).toList();
        if (left.isEmpty()) {
            return;
        }
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
}
