package vn.giaouoc.workflow.succession;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.workflow.response.ResponseProcess;

/** What is open of former units, of whatever process, and how it comes to the heir. */
@Component
class OpenWork {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final TaskMoves moves;

    OpenWork(@Lazy TaskService tasks, @Lazy RuntimeService runtime, TaskMoves moves) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.moves = moves;
    }

    /** Moves at most so many tasks. @return how many */
    int moveTasks(Collection<String> former, String heir, int most) {
        Map<String, String> groups = new HashMap<>();
        former.forEach(unit -> groups.putAll(TaskMoves.groups(unit, heir)));
        if (groups.isEmpty()) {
            return 0;
        }
        List<Task> found = tasks.createTaskQuery().taskCandidateGroupIn(new ArrayList<>(groups.keySet())).includeAssignedTasks()
                .orderByTaskId().asc().listPage(0, most);
        moves.move(found, groups);
        return found.size();
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
