package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewStatus;

/** Years of blocs that began with the model before the mid-term review: they go on with today's, wherever they stand. */
class BlocYearMigrationIT extends ReviewTest {

    private static final List<String> PAIR = List.of("sct", "sxd");

    @Autowired
    ApplicationContext context;

    private String deployment;
    private ProcessDefinition old;

    /** The former model, as it was but that it calls today's covenant: its own deployment has none. */
    @BeforeEach
    void theFormerModel() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/models/bloc-year-1.bpmn")) {
            String model = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("camunda:calledElementBinding=\"deployment\"", "camunda:calledElementBinding=\"latest\"");
            deployment = repository.createDeployment().name("former").addString("bloc-year-1.bpmn", model).deploy().getId();
        }
        old = repository.createProcessDefinitionQuery().deploymentId(deployment).singleResult();
        assertThat(old.getVersionTag()).isEqualTo("1");
    }

    @AfterEach
    void noFormerModel() {
        runtime.createProcessInstanceQuery().processDefinitionId(old.getId()).list()
                .forEach(year -> runtime.deleteProcessInstance(year.getId(), "end of the test", true, true));
        repository.deleteDeployment(deployment, false);
    }

    @Test
    void yearsGoOnWithTodaysModelWhereverTheyStand() {
        String drafting = composed(2057, PAIR);
        String following = recordedYear(2058, PAIR);
        String amending = recordedYear(2059, PAIR);
        records.beginAmendment(officials.actor("chuyenvien"), amending, "Điều chỉnh chỉ tiêu.");
        jobs.runDue();
        List<String> all = List.of(drafting, following, amending);
        assertThat(all).allMatch(year -> definition(year).equals(old.getId()));

        migrate();
        assertThat(all).noneMatch(year -> definition(year).equals(old.getId()));
        assertThat(runtime.createIncidentQuery().incidentType("blocYearMigration").count()).isZero();
        assertTasks(CovenantKey.of(drafting, 1), "userTask_draftCovenant");
        assertTasks(following, "userTask_followCovenant");
        assertTasks(amending, "userTask_followCovenant");
        assertTasks(CovenantKey.of(amending, 2), "userTask_draftCovenant");
        for (String year : List.of(following, amending)) {
            assertThat(management.createJobQuery().processInstanceId(instance(year)).activityId("timer_reviewBegins").count()).as(year).isEqualTo(1);
        }
        migrate();
        reviewed(following);
        reviewed(amending);
        afterItsCovenant(drafting);
    }

    private void afterItsCovenant(String year) {
        String key = CovenantKey.of(year, 1);
        draft(key, "sct");
        PAIR.forEach(unit -> comment(key, unit, true, null));
        revise(key, "sct");
        PAIR.forEach(unit -> register(key, unit));
        hold(key, PAIR, true);
        PAIR.forEach(unit -> sign(key, unit));
        decide("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        reviewed(year);
    }

    private void reviewed(String year) {
        lasts(year, today().minusDays(100), today().plusDays(200));
        String key = begunReview(year, "sct");
        reportAll(key, PAIR);
        finishReview(key, "sct");
        assertThat(reviewStatus(ReviewKey.of(year))).isEqualTo(ReviewStatus.RECEIVED);
        assertThat(running(year)).isTrue();
    }

    @Test
    void whatCannotBeMigratedShowsAnIncidentAndIsTriedAgain() {
        String year = recordedYear(2060, PAIR);
        String instance = instance(year);
        jdbc.sql("update act_ru_execution set business_key_ = 'KT-1999-999' where id_ = ?").param(instance).update(); // no such year
        migrate();
        assertThat(runtime.createIncidentQuery().incidentType("blocYearMigration").processInstanceId(instance).count()).isEqualTo(1);
        migrate();
        assertThat(runtime.createIncidentQuery().incidentType("blocYearMigration").processInstanceId(instance).count()).as("told once").isEqualTo(1);
        jdbc.sql("update act_ru_execution set business_key_ = ? where id_ = ?").params(year, instance).update();
        migrate();
        assertThat(runtime.createIncidentQuery().processInstanceId(instance).count()).isZero();
        assertThat(definition(year)).isNotEqualTo(old.getId());
        assertThat((Date) runtime.getVariable(instance, "reviewBeginsAt")).isNotNull();
    }

    private String definition(String year) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(year).rootProcessInstances().singleResult().getProcessDefinitionId();
    }

    private void migrate() {
        Object migration = context.getBean("blocYearMigration");
        Method all = ReflectionUtils.findMethod(migration.getClass(), "migrateAll");
        ReflectionUtils.makeAccessible(all);
        ReflectionUtils.invokeMethod(all, migration);
    }
}
