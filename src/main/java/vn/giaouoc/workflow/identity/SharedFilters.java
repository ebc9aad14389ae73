package vn.giaouoc.workflow.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.platform.engine.AsSystem;

/**
 * The lists everybody finds in Tasklist at the first login. Created once, where there are none yet; an administrator may change them
 * afterwards. Their expressions run in the engine with the engine's clock; nobody else may store expressions (ADR 0010). Who sees
 * everybody's tasks gets lists of what needs supervising, never one of all tasks (ADR 0021).
 */
@Component
@DependsOnDatabaseInitialization
class SharedFilters implements InitializingBean {

    private static final int SOON_DAYS = 3;

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final TransactionTemplate transaction;
    private final AsSystem asSystem;

    SharedFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations, TransactionTemplate transaction,
                  AsSystem asSystem) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.transaction = transaction;
        this.asSystem = asSystem;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> asSystem.run(this::seed));
    }

    private void seed() {
        List<String> workers = workers();
        if (haveNone(workers)) {
            seedWorkers(workers);
        }
        List<String> supervisors = List.of(Role.SUPERVISOR.group());
        if (haveNone(supervisors)) {
            seedSupervisors(supervisors);
        }
    }

    private boolean haveNone(List<String> groups) {
        return authorizations.createAuthorizationQuery().resourceType(Resources.FILTER).groupIdIn(groups.toArray(String[]::new)).count() == 0;
    }

    private void seedWorkers(List<String> workers) {
        create("Việc của tôi", "Việc bạn đang giữ", 1, workers,
                open().taskAssigneeExpression("${currentUser()}"));
        create("Việc của đơn vị", "Việc chờ người trong đơn vị hoặc nhóm của bạn nhận, và việc đã có người nhận", 2, workers, mine());
        create("Sắp đến hạn", "Hạn trong " + SOON_DAYS + " ngày tới", 3, workers, soon(mine()));
        create("Quá hạn", "Hạn đã qua", 4, workers, mine().dueBeforeExpression("${now()}"));
    }

    /** Their cost is that of what they list, through the index on due dates; the tasks in time, however many, cost nothing. */
    private void seedSupervisors(List<String> supervisors) {
        create("Việc quá hạn", "Việc của mọi cơ quan, đơn vị đã qua hạn", 5, supervisors, open().dueBeforeExpression("${now()}"));
        create("Quá hạn, chưa ai nhận", "Việc đã qua hạn mà chưa có người nhận", 6, supervisors,
                open().dueBeforeExpression("${now()}").taskUnassigned());
        create("Đến hạn trong " + SOON_DAYS + " ngày", "Việc của mọi cơ quan, đơn vị có hạn trong " + SOON_DAYS + " ngày tới", 7, supervisors,
                soon(open()));
    }

    private static TaskQuery soon(TaskQuery query) {
        return query.dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(" + SOON_DAYS + ")}");
    }

    private TaskQuery open() {
        return tasks.createTaskQuery();
    }

    private TaskQuery mine() {
        return open().taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }

    private static List<String> workers() {
        List<String> groups = new ArrayList<>(Arrays.stream(Role.values())
                .filter(role -> role != Role.SUPERVISOR && role != Role.INTEGRATION && role != Role.ADMIN).map(Role::group).toList());
        groups.add(Organisation.OFFICIALS);
        return groups;
    }

    private void create(String name, String description, int priority, List<String> readers, TaskQuery query) {
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(properties(description, priority));
        filters.saveFilter(filter);
        readers.forEach(group -> allow(group, filter.getId()));
    }

    private static Map<String, Object> properties(String description, int priority) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(column("campaignTitle", "Phong trào, khối"), column("unitName", "Đơn vị"),
                column("caseCode", "Mã hồ sơ")));
        return properties;
    }

    private static Map<String, Object> column(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }

    private void allow(String group, String filterId) {
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(Resources.FILTER);
        authorization.setResourceId(filterId);
        authorization.addPermission(Permissions.READ);
        authorizations.saveAuthorization(authorization);
    }
}
