package vn.giaouoc.platform.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Checks authorizations with the person's groups as they are. The engine first reads the groups of all authorizations there
 * are, at each call, to leave out those that have none: with 5,000 units and 100,000 open tasks a scan of the whole table and
 * 10,000 rows for every click. A person has a handful of groups.
 */
public final class PersonsGroups extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : new ArrayList<>(groups);
    }

    /** Nobody is given rights on a single instance ({@code RoleRights}): nothing to take away when one ends. */
    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String id) {
        if (resource != Resources.PROCESS_INSTANCE) {
            super.deleteAuthorizationsByResourceId(resource, id);
        }
    }

    /** Opens it where the engine asks for its own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new PersonsGroups();
        }
    }
}
