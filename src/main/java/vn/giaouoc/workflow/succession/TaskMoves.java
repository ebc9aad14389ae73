package vn.giaouoc.workflow.succession;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.giaouoc.platform.engine.GroupsToday;
import vn.giaouoc.workflow.form.TaskForms;

/** Open tasks that another unit does from now on: their groups, the rows that show them, who holds them, and its draft. */
@Component
public class TaskMoves {

    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final IdentityService identities;
    private final TaskForms forms;
    private final GroupsToday today;

    TaskMoves(@Lazy TaskService tasks, @Lazy AuthorizationService authorizations, @Lazy IdentityService identities,
              @Lazy TaskForms forms, @Lazy GroupsToday today) {
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.identities = identities;
        this.forms = forms;
        this.today = today;
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

    /** Gives these tasks to exactly these groups as they are today. */
    public void give(List<Task> found, Collection<String> groups) {
        Set<String> wanted = Set.copyOf(today.of(groups));
        Map<String, Set<String>> groupsOf = new HashMap<>();
        found.forEach(task -> give(task, candidates(task), wanted, groupsOf));
    }

    private void move(Task task, Map<String, String> groups, Map<String, Set<String>> groupsOf) {
        Set<String> candidates = candidates(task);
        give(task, candidates, candidates.stream().map(group -> groups.getOrDefault(group, group)).collect(Collectors.toSet()), groupsOf);
    }

    private Set<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private void give(Task task, Set<String> before, Set<String> now, Map<String, Set<String>> groupsOf) {
        if (before.equals(now)) {
            return;
        }
        List<String> left = before.stream().filter(group -> !now.contains(group)).toList();
        left.forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
        hide(task.getId(), left);
        // Its rows follow from the link; a group that is there already has them.
        now.stream().filter(group -> !before.contains(group)).forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        String holder = task.getAssignee();
        if (holder != null && groupsOf.computeIfAbsent(holder, this::groups).stream().noneMatch(now::contains)) {
            tasks.setAssignee(task.getId(), null);
            forms.left(task.getId());
        }
    }

    /** The engine writes a group's rows with the link, but does not take them away with it. */
    private void hide(String taskId, List<String> groups) {
        if (groups.isEmpty()) {
            return;
        }
        for (Resources resource : List.of(Resources.TASK, Resources.HISTORIC_TASK)) {
            authorizations.createAuthorizationQuery().resourceType(resource).resourceId(taskId)
                    .groupIdIn(groups.toArray(String[]::new)).list().forEach(row -> authorizations.deleteAuthorization(row.getId()));
        }
    }

    private Set<String> groups(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).collect(Collectors.toSet());
    }
}
