package vn.giaouoc.workflow.identity;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.absence.AbsenceProcess;
import vn.giaouoc.workflow.action.ActionProcess;
import vn.giaouoc.workflow.approval.ApprovalProcess;
import vn.giaouoc.workflow.bloc.BlocProcess;
import vn.giaouoc.workflow.calendar.CalendarProcess;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.change.ChangeProcess;
import vn.giaouoc.workflow.covenant.CovenantProcess;
import vn.giaouoc.workflow.midyear.MidYearProcess;
import vn.giaouoc.workflow.report.ReportProcess;
import vn.giaouoc.workflow.response.ResponseProcess;
import vn.giaouoc.workflow.review.ReviewProcess;
import vn.giaouoc.workflow.succession.SuccessionProcess;

/**
 * What each role may see and do in the engine, made exact at every start: what is missing is granted, what is too much is
 * taken away. Groups of units have no grants here but the rows of their own tasks. A grant on a definition lets its holder
 * work on any of its tasks; that the person belongs to the task's group is checked besides (ADR 0010).
 */
@Component
@DependsOnDatabaseInitialization
class RoleRights implements InitializingBean {

    private record Right(String group, Resource resource, String id, Set<Permission> permissions) {
    }

    /** Work on tasks with their history, and read instances: only so does Tasklist show campaign, unit and case code. */
    private static final Permission[] WORK = {Permissions.READ_TASK, Permissions.TASK_WORK, Permissions.READ,
            Permissions.READ_INSTANCE, Permissions.READ_HISTORY};

    /** The specialists of Sở Nội vụ start them in Tasklist; the process of an absence, everybody. */
    private static final List<String> STARTED_BY_PEOPLE = List.of(CampaignProcess.KEY, BlocProcess.KEY, MidYearProcess.KEY);

    /** What runs within a bloc's year. */
    private static final List<String> BLOC_YEARS = Stream.of(CovenantProcess.ALL, ReviewProcess.ALL).flatMap(List::stream).toList();

    private static final List<String> OFFICE_PROCESSES = List.of(ApprovalProcess.KEY, ReportProcess.KEY, ChangeProcess.KEY, CovenantProcess.KEY,
            ReviewProcess.KEY);

    private final AuthorizationService authorizations;
    private final TransactionTemplate transaction;
    private final AsSystem asSystem;

    RoleRights(AuthorizationService authorizations, TransactionTemplate transaction, AsSystem asSystem) {
        this.authorizations = authorizations;
        this.transaction = transaction;
        this.asSystem = asSystem;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> asSystem.run(this::makeExact));
    }

    private void makeExact() {
        Set<Right> missing = new HashSet<>(wanted());
        for (String group : groups()) {
            for (Authorization found : authorizations.createAuthorizationQuery().groupIdIn(group).list()) {
                boolean filter = found.getResourceType() == Resources.FILTER.resourceType(); // see SharedFilters
                if (!filter && !missing.removeIf(right -> same(right, found))) {
                    authorizations.deleteAuthorization(found.getId());
                }
            }
        }
        missing.forEach(this::grant);
    }

    private static boolean same(Right right, Authorization found) {
        return found.getAuthorizationType() == AUTH_TYPE_GRANT && right.group().equals(found.getGroupId())
                && right.resource().resourceType() == found.getResourceType() && right.id().equals(found.getResourceId())
                && bits(right.permissions()) == bits(Set.of(found.getPermissions(permissionsOf(right.resource()))));
    }

    /** The engine has the same permission in several enums; the bit is what counts. */
    private static int bits(Set<Permission> permissions) {
        return permissions.stream().mapToInt(Permission::getValue).reduce(0, (one, other) -> one | other);
    }

    private static Permission[] permissionsOf(Resource resource) {
        Permission[] known = resource == Resources.PROCESS_DEFINITION ? ProcessDefinitionPermissions.values() : Permissions.values();
        return Arrays.stream(known).filter(permission -> permission != Permissions.NONE && permission != Permissions.ALL
                && permission != ProcessDefinitionPermissions.NONE && permission != ProcessDefinitionPermissions.ALL
                && Arrays.asList(permission.getTypes()).contains(resource)).toArray(Permission[]::new);
    }

    private void grant(Right right) {
        Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(right.group());
        authorization.setResource(right.resource());
        authorization.setResourceId(right.id());
        authorization.setPermissions(right.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }

    private static List<String> groups() {
        List<String> groups = new ArrayList<>(Arrays.stream(Role.values()).map(Role::group).toList());
        groups.add(Organisation.OFFICIALS);
        return groups;
    }

    private static List<Right> wanted() {
        List<Right> rights = new ArrayList<>();
        for (String group : groups()) {
            if (!group.equals(Role.INTEGRATION.group())) {
                rights.add(right(group, Resources.APPLICATION, "welcome", Permissions.ACCESS));
                rights.add(right(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
                rights.add(right(group, Resources.USER, ANY, Permissions.READ)); // who holds a task, by name
                rights.add(right(group, Resources.PROCESS_DEFINITION, AbsenceProcess.KEY, Permissions.READ, Permissions.CREATE_INSTANCE));
                rights.add(right(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE)); // of what it may start, see above and below
            }
        }
        offices(rights);
        units(rights);
        supervisors(rights);
        integration(rights);
        administrators(rights);
        return rights;
    }

    /** Sở Nội vụ, Văn phòng and the leaders: the tasks of campaigns and papers. */
    private static void offices(List<Right> rights) {
        for (Role role : List.of(Role.SNV_SPECIALIST, Role.SNV_DIVISION_HEAD, Role.SNV_DIRECTOR, Role.OFFICE_CHECK,
                Role.OFFICE_CLERK, Role.CHAIRMAN, Role.DEPUTY_CHAIRMAN)) {
            Set<Permission> onStarted = new HashSet<>(Set.of(WORK));
            if (role == Role.SNV_SPECIALIST) {
                onStarted.add(Permissions.CREATE_INSTANCE);
            }
            for (String process : STARTED_BY_PEOPLE) {
                rights.add(new Right(role.group(), Resources.PROCESS_DEFINITION, process, onStarted));
            }
            for (String process : OFFICE_PROCESSES) {
                rights.add(right(role.group(), Resources.PROCESS_DEFINITION, process, WORK));
            }
        }
    }

    /** Officials of units see what a process is and the columns of their lists; their tasks come row by row. */
    private static void units(List<Right> rights) {
        for (String process : List.of(CampaignProcess.KEY, ResponseProcess.KEY, ReportProcess.KEY, ReportProcess.UNIT_KEY, ChangeProcess.KEY,
                ChangeProcess.NOTICE_KEY, ActionProcess.KEY)) {
            rights.add(right(Organisation.OFFICIALS, Resources.PROCESS_DEFINITION, process, Permissions.READ,
                    Permissions.READ_INSTANCE));
        }
        for (String process : BLOC_YEARS) {
            rights.add(right(Organisation.OFFICIALS, Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.READ_INSTANCE));
        }
    }

    private static void supervisors(List<Right> rights) {
        String group = Role.SUPERVISOR.group();
        rights.add(right(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS));
        rights.add(right(group, Resources.PROCESS_DEFINITION, ANY, Permissions.READ, Permissions.READ_INSTANCE,
                Permissions.READ_HISTORY, Permissions.READ_TASK, ProcessDefinitionPermissions.RETRY_JOB));
        rights.add(right(group, Resources.DEPLOYMENT, ANY, Permissions.READ));
    }

    private static void integration(List<Right> rights) {
        for (String process : List.of(CampaignProcess.KEY, ApprovalProcess.KEY, ResponseProcess.KEY, ReportProcess.KEY,
                ReportProcess.UNIT_KEY, ChangeProcess.KEY, ChangeProcess.NOTICE_KEY, BlocProcess.KEY, ActionProcess.KEY,
                MidYearProcess.KEY, SuccessionProcess.KEY, CalendarProcess.KEY)) {
            rights.add(right(Role.INTEGRATION.group(), Resources.PROCESS_DEFINITION, process, Permissions.READ,
                    Permissions.READ_INSTANCE, Permissions.READ_HISTORY));
        }
        for (String process : BLOC_YEARS) {
            rights.add(right(Role.INTEGRATION.group(), Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.READ_INSTANCE,
                    Permissions.READ_HISTORY));
        }
    }

    /** Administrators keep people (on our page), filters and locks, and see how the engine is; no cases, no deployments. */
    private static void administrators(List<Right> rights) {
        String group = Role.ADMIN.group();
        rights.add(right(group, Resources.APPLICATION, "admin", Permissions.ACCESS));
        rights.add(right(group, Resources.GROUP, ANY, Permissions.READ));
        rights.add(right(group, Resources.AUTHORIZATION, ANY, Permissions.READ));
    }

    private static Right right(String group, Resource resource, String id, Permission... permissions) {
        return new Right(group, resource, id, Set.of(permissions));
    }
}
