package vn.giaouoc.platform.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The engine as the product needs it: audit history, closed expressions, rows and listeners of ours. See ADR 0003. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // after the starter's own configurations
@DependsOnDatabaseInitialization
class EngineSetup extends AbstractCamundaConfiguration {

    private final ApplicationContext context;
    private final ObjectProvider<EveryUserTask> taskListeners;
    private final ObjectProvider<EveryProcessStart> startListeners;
    private final ObjectProvider<GroupsToday> groups;

    EngineSetup(ApplicationContext context, ObjectProvider<EveryUserTask> taskListeners,
                ObjectProvider<EveryProcessStart> startListeners, ObjectProvider<GroupsToday> groups) {
        this.context = context;
        this.taskListeners = taskListeners;
        this.startListeners = startListeners;
        this.groups = groups;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setCustomHistoryLevels(List.of(new AuditHistory()));
        engine.setHistory(AuditHistory.NAME);
        engine.setHistoryEventProducer(new TaskHistory());
        engine.setHistoryEventHandler(new TaskHistory.Rows());
        engine.setResourceAuthorizationProvider(new TaskRows());
        engine.setCustomSessionFactories(List.of(new PersonsGroups.Factory()));
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER); // there are only grants
        engine.setEnableHistoricInstancePermissions(true); // a unit's row on a task shows it that task's history, no other
        engine.setDefaultUserPermissionNameForTask("TASK_WORK"); // UPDATE would also reassign and move due dates
        closeExpressions(engine);
        watchModels(engine);
        // User ids such as canbo.sgddt and group ids such as unit-sgddt-lead.
        engine.setGeneralResourceWhitelistPattern("[a-z][a-z0-9.-]{1,63}");
        // Legal files are kept: nothing is ever cleaned up by the engine on its own.
        engine.setHistoryCleanupEnabled(false);
        // So no row needs the date of its removal, which the engine would write into every row of a case when it ends.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy("endTimeBased"); // the engine wants a strategy that does without that date
        engine.setHistoryTimeToLive("P7300D");
        engine.setRestrictUserOperationLogToAuthenticatedUsers(true);
        engine.setLoginMaxAttempts(10);
        engine.setLoginDelayBase(0); // one slip of the finger must not make the next, right password wrong
        engine.setTaskMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
    }

    private void closeExpressions(ProcessEngineConfigurationImpl engine) {
        var reachable = new ReachableBeans(context);
        engine.setBeans(reachable);
        engine.setExpressionManager(new SpringExpressionManager(context, reachable));
        engine.setEnableExpressionsInAdhocQueries(false);
    }

    private void watchModels(ProcessEngineConfigurationImpl engine) {
        var parseListeners = engine.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<BpmnParseListener>()
                : engine.getCustomPostBPMNParseListeners();
        parseListeners.add(new ModelWatch(() -> taskListeners.orderedStream().toList(),
                () -> startListeners.orderedStream().toList(), groups::getObject));
        engine.setCustomPostBPMNParseListeners(parseListeners);
    }
}
