package vn.giaouoc.workflow.review;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.review.ReviewPlans;
import vn.giaouoc.workflow.covenant.BlocYearProcess;

/**
 * Years of blocs that began before their model knew the mid-term review go on with the model of today: after the start, in the background,
 * each in a transaction of its own. One that cannot be migrated stays as it is, shows an incident in Cockpit, and is tried again.
 */
@Component
class BlocYearMigration {

    /** Type of the incident of a year that could not be migrated. */
    static final String INCIDENT = "blocYearMigration";
    private static final String FOLLOWING = "userTask_followCovenant";
    private static final String AWAIT_REVIEW = "gateway_awaitReview";
    private static final int LONGEST_MESSAGE = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(BlocYearMigration.class);

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ReviewPlans plans;
    private final TransactionTemplate transaction;
    private final AsSystem asSystem;

    BlocYearMigration(@Lazy RepositoryService repository, @Lazy RuntimeService runtime, ReviewPlans plans, TransactionTemplate transaction,
                      @Lazy AsSystem asSystem) {
        this.repository = repository;
        this.runtime = runtime;
        this.plans = plans;
        this.transaction = transaction;
        this.asSystem = asSystem;
    }

    /** Migrates what there is of older models. A repeat finds only what failed. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT30M")
    void migrateAll() {
        asSystem.run(() -> {
            List<ProcessDefinition> all = repository.createProcessDefinitionQuery().processDefinitionKey(BlocYearProcess.KEY)
                    .orderByProcessDefinitionVersion().desc().list();
            all.stream().filter(BlocYearMigration::today).findFirst().ifPresent(target -> all.stream().filter(model -> !today(model))
                    .forEach(old -> runtime.createProcessInstanceQuery().processDefinitionId(old.getId()).list()
                            .forEach(year -> migrate(year, old, target))));
        });
    }

    private static boolean today(ProcessDefinition model) {
        return BlocYearProcess.VERSION_TAG.equals(model.getVersionTag());
    }

    private void migrate(ProcessInstance year, ProcessDefinition old, ProcessDefinition target) {
        try {
            transaction.executeWithoutResult(status -> migrate(year, old.getId(), target.getId()));
            LOG.info("Bloc year {} goes on with model {}", year.getBusinessKey(), target.getVersionTag());
        } catch (OptimisticLockingException e) {
            LOG.info("Bloc year {} is being worked on; its migration is tried again later", year.getBusinessKey());
        } catch (RuntimeException e) {
            LOG.error("Bloc year {} could not be migrated", year.getBusinessKey(), e);
            transaction.executeWithoutResult(status -> tell(year, e));
        }
    }

    private void migrate(ProcessInstance year, String old, String target) {
        boolean following = runtime.createExecutionQuery().processInstanceId(year.getId()).activityId(FOLLOWING).count() > 0;
        runtime.setVariable(year.getId(), BlocYearProcess.REVIEW_BEGINS_AT, Date.from(plans.beginsAt(year.getBusinessKey())));
        MigrationPlan plan = runtime.createMigrationPlan(old, target).mapEqualActivities().updateEventTriggers().build();
        runtime.newMigration(plan).processInstanceIds(year.getId()).execute();
        if (following) { // the branch that waits for the review begins beside it
            runtime.createProcessInstanceModification(year.getId()).startBeforeActivity(AWAIT_REVIEW).execute();
        }
        incidents(year).forEach(incident -> runtime.resolveIncident(incident.getId()));
    }

    private void tell(ProcessInstance year, RuntimeException problem) {
        if (incidents(year).isEmpty()) {
            String message = String.valueOf(problem.getMessage());
            runtime.createIncident(INCIDENT, year.getId(), year.getId(), message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        }
    }

    private List<Incident> incidents(ProcessInstance year) {
        return runtime.createIncidentQuery().incidentType(INCIDENT).processInstanceId(year.getId()).list();
    }
}
