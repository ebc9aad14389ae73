package vn.giaouoc.workflow.response;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.notification.Reminders;

/** The open tasks of a unit's case. */
@Component
public class OpenTasks {

    /** Above the default of 50. */
    private static final int RAISED = 70;

    private final TaskService tasks;
    private final Reminders reminders;

    OpenTasks(@Lazy TaskService tasks, @Lazy Reminders reminders) {
        this.tasks = tasks;
        this.reminders = reminders;
    }

    /** Moves them up in Tasklist, and reminds by mail whoever has not been reminded yet. */
    public void raise(String processInstanceId) {
        for (Task task : tasks.createTaskQuery().processInstanceId(processInstanceId).list()) {
            tasks.setPriority(task.getId(), RAISED);
        }
        reminders.now(processInstanceId);
    }

    /** Gives them another due date. @param userTask only those of this element; null: all of the case */
    public void due(String processInstanceId, String userTask, Instant dueAt) {
        for (Task task : of(processInstanceId, userTask)) {
            task.setDueDate(Date.from(dueAt));
            tasks.saveTask(task);
        }
    }

    /** The open tasks of a case. @param userTask only those of this element; null: all */
    public List<Task> of(String processInstanceId, String userTask) {
        TaskQuery open = tasks.createTaskQuery().processInstanceId(processInstanceId);
        return (userTask == null ? open : open.taskDefinitionKey(userTask)).list();
    }
}
