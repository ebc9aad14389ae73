package vn.giaouoc.workflow.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.document.PaperStep;

/**
 * What stands behind one user task: what its form shows, what must hold before it completes, and the one use case its
 * completion is. Every user task of every model has exactly one (asserted by a test).
 *
 * @param <D> what the form sends
 */
public interface TaskForm<D> {

    /** {@code campaign/draftPlan}: process key and user task id without its prefix. */
    String form();

    /** Reads what the form sends. */
    D read(ObjectNode data, FormReader reader);

    /** What the form shows. */
    Map<String, Object> view(TaskContext task);

    /** What the form begins with when nothing was saved yet. */
    default Object initial(TaskContext task) {
        return Map.of();
    }

    /**
     * Checks without changing anything.
     *
     * @return findings that do not block
     * @throws vn.giaouoc.shared.BusinessRefusal what completing would be refused for
     */
    List<Finding> check(TaskContext task, D data);

    /**
     * The check before {@link #complete}, in its transaction. A form whose use case checks all of it itself checks here only what the use
     * case does not hear of, so that a completion does not read everything twice.
     */
    default void checkAgain(TaskContext task, D data) {
        check(task, data);
    }

    /** Calls the use case; in the transaction of the completion. @return the variables this user task declares */
    Map<String, Object> complete(TaskContext task, D data);

    /** One Vietnamese sentence: what happens after completion. */
    String next(TaskContext task);

    /** What was done with the paper so far. */
    default List<PaperStep> steps(TaskContext task) {
        return List.of();
    }

    /** Why the work came back, or null. */
    default String returnReason(TaskContext task) {
        return null;
    }
}
