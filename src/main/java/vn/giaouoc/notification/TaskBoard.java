package vn.giaouoc.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is open, and who belongs to which group; {@code workflow} looks it up in the engine. Each call is one statement or two. */
public interface TaskBoard {

    /** Tasks that nobody has taken, created after a moment, less these; the oldest first, at most so many. */
    List<OpenTask> created(Instant after, Collection<String> less, int most);

    /** Tasks due from a moment (null: ever since) until before another, behind this id, by id, at most so many. */
    List<OpenTask> due(Instant from, Instant before, String behind, int most);

    /** Of these tasks those that are still open. */
    List<OpenTask> open(Collection<String> taskIds);

    /** The open tasks of this process instance. */
    List<OpenTask> ofInstance(String processInstanceId);

    /** Groups whom the model of the task's case itself has given a task to urge it. */
    Set<String> urgedBeside(String taskId);

    /** What kind of act this is: code of {@code act_kind}; null: its model does not say. @param form as in {@link OpenTask} */
    String act(String form);

    /** Members by group, of today. */
    Map<String, Set<String>> members(Collection<String> groups);
}
