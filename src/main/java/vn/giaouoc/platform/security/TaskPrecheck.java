package vn.giaouoc.platform.security;

import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.BusinessRefusal;

/**
 * Asked before a completion or a start reaches the engine, so that a refusal is an answer with a reason and not an
 * internal error. It changes nothing; the completion itself checks again in its transaction.
 */
public interface TaskPrecheck {

    /**
     * @param taskId        a task the actor holds
     * @param draftRevision revision of the actor's draft, null when the request names none
     * @throws BusinessRefusal when the task cannot be completed with that draft
     */
    void beforeComplete(String taskId, Long draftRevision, Actor actor);

    /**
     * @param processKey    key of the process to start
     * @param draftRevision revision of the actor's draft of the start form, null when the request names none
     * @throws BusinessRefusal when it cannot be started with that draft
     */
    void beforeStart(String processKey, Long draftRevision, Actor actor);
}
