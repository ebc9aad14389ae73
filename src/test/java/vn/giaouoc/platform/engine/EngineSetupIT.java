package vn.giaouoc.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.platform.time.TrialClock;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** The engine as ADR 0003 wants it, seen in the database. */
class EngineSetupIT extends IntegrationTest {

    @Autowired
    JdbcClient jdbc;
    @Autowired
    ProcessEngine engine;
    @Autowired
    RepositoryService repository;
    @Autowired
    HistoryService history;
    @Autowired
    Officials officials;
    @Autowired
    Jobs jobs;
    @Autowired
    TrialClock trialClock;
    @Autowired
    Clock clock;

    @Test
    void historyKeepsWhatAnInspectionNeedsAndNoVariableDetails() {
        assertThat(jdbc.sql("select value_ from act_ge_property where name_ = 'historyLevel'").query(String.class).single())
                .isEqualTo("21");
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "REGULAR", "title", "Phong trào thường xuyên"));
        jobs.runDue();
        officials.as("chuyenvien", () -> {
            var task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(code).singleResult();
            engine.getTaskService().claim(task.getId(), "chuyenvien");
            return null;
        });
        assertThat(jdbc.sql("select count(*) from act_hi_detail").query(Long.class).single()).as("variable details").isZero();
        assertThat(history.createUserOperationLogQuery().operationType("Claim").userId("chuyenvien").count()).isPositive();
        assertThat(jdbc.sql("select count(*) from act_hi_identitylink where group_id_ = 'snv-specialist'").query(Long.class).single()).isPositive();
    }

    /** The engine looks the beginning up at each change; here the task says it. Also when a task changes and ends in one transaction. */
    @Test
    void theHistoryOfATaskBeginsWithTheTask() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "REGULAR", "title", "Phong trào thường xuyên"));
        jobs.runDue();
        Task task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(code).singleResult();
        trialClock.moveTo(clock.instant().plus(Duration.ofHours(3)));
        engine.getTaskService().setPriority(task.getId(), 60);
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(command -> {
            engine.getTaskService().setAssignee(task.getId(), "chuyenvien");
            engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "end of the test");
            return null;
        });
        assertThat(history.createHistoricTaskInstanceQuery().taskId(task.getId()).singleResult()).satisfies(past -> {
            assertThat(past.getStartTime()).isEqualTo(task.getCreateTime());
            assertThat(past.getDurationInMillis()).isEqualTo(past.getEndTime().getTime() - past.getStartTime().getTime())
                    .isGreaterThanOrEqualTo(Duration.ofHours(3).toMillis());
            assertThat(past.getAssignee()).isEqualTo("chuyenvien");
        });
    }

    /** An official who is refused is told; the log has one line of it, and all of what really fails. */
    @Test
    void refusalsAreOneLineInTheLogAndFailuresKeepTheirStack() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "REGULAR", "title", "Phong trào thường xuyên"));
        jobs.runDue();
        String task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(code).singleResult().getId();
        var errors = new ListAppender<ILoggingEvent>();
        var lines = new ListAppender<ILoggingEvent>();
        Logger commands = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.context");
        Logger refusals = (Logger) LoggerFactory.getLogger(QuietRefusals.class);
        errors.start();
        lines.start();
        commands.addAppender(errors);
        refusals.addAppender(lines);
        try {
            officials.as("chuyenvien", () -> {
                engine.getTaskService().claim(task, "chuyenvien");
                return null;
            });
            assertThatThrownBy(() -> officials.as("chuyenvien", () -> { // no form was filled in
                engine.getTaskService().complete(task);
                return null;
            })).hasRootCauseInstanceOf(InvalidInput.class);
            assertThat(errors.list).isEmpty();
            assertThat(lines.list).singleElement().satisfies(line -> {
                assertThat(line.getLevel()).isEqualTo(Level.INFO);
                assertThat(line.getFormattedMessage()).startsWith("Refused, InvalidInput: Dữ liệu chưa hợp lệ").doesNotContain("\n");
                assertThat(line.getThrowableProxy()).isNull();
            });
            assertThatThrownBy(() -> ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                    .execute(command -> {
                        throw new IllegalStateException("broken");
                    })).hasMessageContaining("broken");
            assertThat(errors.list).singleElement().satisfies(failure -> assertThat(failure.getThrowableProxy()).isNotNull());
            assertThat(lines.list).hasSize(1);
        } finally {
            commands.detachAppender(errors);
            refusals.detachAppender(lines);
        }
    }

    /** Fact: by default a model's expressions reach every Spring bean. */
    @Test
    void expressionsReachDelegatesAndNothingElse() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "REGULAR", "title", "Phong trào thường xuyên"));
        for (String expression : new String[]{"${dataSource.connection}", "${organisationAdmin.people()}", "${environment.systemProperties}"}) {
            var model = Bpmn.createExecutableProcess("probe").camundaHistoryTimeToLiveString("P7300D").startEvent()
                    .serviceTask().camundaExpression(expression).endEvent().done();
            String deployment = repository.createDeployment().addModelInstance("probe.bpmn", model).deploy().getId();
            try {
                assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("probe", code + "/KH"))
                        .as(expression).hasStackTraceContaining("Cannot resolve identifier");
            } finally {
                repository.deleteDeployment(deployment, true);
            }
        }
    }

    @Test
    void nothingIsEverCleanedUpAndLegalProcessesAreKeptTwentyYears() {
        assertThat(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).isHistoryCleanupEnabled()).isFalse();
        assertThat(repository.createProcessDefinitionQuery().list())
                .allSatisfy(process -> assertThat(process.getHistoryTimeToLive()).as(process.getKey()).isGreaterThanOrEqualTo(7300));
    }

    @Test
    void theMissingIndexesAndStatisticsAreThere() {
        assertThat(jdbc.sql("select count(*) from pg_indexes where indexname like 'gu_idx_%'").query(Long.class).single()).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from pg_statistic_ext where stxname like 'gu_stat_%'").query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void modelsAreDeployedUnderTheirPathInTheProject() {
        for (var process : repository.createProcessDefinitionQuery().latestVersion().list()) {
            assertThat(repository.getDeploymentResourceNames(process.getDeploymentId()))
                    .anyMatch(name -> name.equals("processes/" + process.getKey() + "/" + process.getKey() + ".bpmn"));
        }
    }
}
