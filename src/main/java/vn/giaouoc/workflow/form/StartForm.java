package vn.giaouoc.workflow.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import vn.giaouoc.shared.Actor;

/**
 * What stands behind a process that people start in Tasklist.
 *
 * @param <D> what the form sends
 */
public interface StartForm<D> {

    /** The process it starts. */
    String processKey();

    /** Whether the deputy of an absent specialist may start it in its place; else everybody starts it for itself. */
    default boolean byDeputies() {
        return true;
    }

    /** Reads what the form sends. */
    D read(ObjectNode data, FormReader reader);

    /** What the form shows. */
    Map<String, Object> view(Actor actor);

    /** Checks without changing anything. @throws vn.giaouoc.shared.BusinessRefusal what the start would be refused for */
    void check(Actor actor, D data);

    /** Creates the aggregate; in the transaction of the start. */
    Started start(Actor actor, D data);

    /** One Vietnamese sentence: what happens after the start. */
    String next();

    /** The case that was created and the variables its process begins with. */
    record Started(String businessKey, Map<String, Object> variables) {
    }
}
