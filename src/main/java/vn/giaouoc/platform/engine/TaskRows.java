package vn.giaouoc.platform.engine;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Writes authorization rows per task only for the groups of a unit, which must see their own tasks and no others.
 * Offices see a whole process through a grant on its definition; a row per task for them makes a list of 10,000
 * tasks take seconds instead of milliseconds. A person gets no row: the group's row serves its members.
 */
final class TaskRows extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity[] NONE = {};

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        return groupId.startsWith("unit-") ? super.newTaskGroupIdentityLink(task, groupId, type) : NONE;
    }

    /** A group is linked to a task once, when its model makes it: there is no row to be found, and looking costs two statements a task. */
    @Override
    protected AuthorizationEntity getGrantAuthorizationByGroupId(String groupId, Resource resource, String resourceId) {
        return null;
    }
}
