package vn.giaouoc.absence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What absences ask of the engine; {@code workflow} answers. */
public interface AbsenceFlow {

    /** Starts the case of an absence. */
    void start(AbsenceStart start);

    /** The absence is over before its last day, or never begins. */
    void end(String code);

    /** The open tasks that these people hold, the longest due first; at most so many. @param people null: whoever holds one */
    List<HeldTask> heldBy(Collection<String> people, int most);

    /** The open tasks of these groups whose holder is in none of the task's groups by itself, the longest due first; at most so many. */
    List<HeldTask> heldByOutsiders(Collection<String> groups, int most);

    /** One open task, if somebody holds it. @throws vn.giaouoc.shared.NotFound no such task, or nobody holds it */
    HeldTask held(String taskId);

    /** Groups whose members may hold a task. */
    Set<String> candidates(HeldTask task);

    /** What kind of act a task is: code of {@code act_kind}; null: its model does not say. */
    String act(HeldTask task);

    /**
     * Gives a task to somebody else; what was typed goes along.
     *
     * @param owner whose task it is; null: the new holder's own
     * @throws vn.giaouoc.shared.ConflictRefusal it is done, or somebody else holds it meanwhile
     */
    void give(HeldTask task, String to, String owner);

    /**
     * Takes a task from its holder and leaves it to its group; what was typed waits for the next.
     *
     * @param note as the task's history has it
     * @throws vn.giaouoc.shared.ConflictRefusal it is done, or somebody else holds it meanwhile
     */
    void release(HeldTask task, String note);

    /**
     * A task that somebody holds.
     *
     * @param form    {@code campaign/draftPlan}: process and user task
     * @param caseKey {@code PT-2024-003/sgddt}
     */
    record HeldTask(String taskId, String form, String name, String caseKey, String holder, Instant dueAt) {
    }
}
