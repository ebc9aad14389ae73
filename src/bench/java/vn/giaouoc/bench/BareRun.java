package vn.giaouoc.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.platform.engine.AuditLevel;
import vn.giaouoc.test.Cost;
import vn.giaouoc.test.Meter;

/**
 * The same models on an engine that is nothing but itself, with delegates that only do what the models need. Without
 * authorizations, aggregates, checks or drafts: what the product costs beyond this is the product.
 */
final class BareRun implements AutoCloseable {

    private static final int BATCH = 50;
    private static final Date LATER = Date.from(Instant.now().plus(Duration.ofDays(300)));

    private final Meter meter;
    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private List<String> units;
    private boolean reported;

    /** @param tuned as performance rules have it: audit history, removal time at start, rewritten batches, no metrics, the missing index */
    BareRun(EmbeddedPostgres postgres, String database, boolean tuned) {
        JdbcClient.create(postgres.getPostgresDatabase()).sql("create database " + database).update();
        meter = new Meter(postgres, database);
        pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", database) + (tuned ? "&reWriteBatchedInserts=true" : ""));
        pool.setMaximumPoolSize(10);
        engine = configuration(tuned).buildProcessEngine();
        runtime = engine.getRuntimeService();
        if (tuned) {
            JdbcClient.create(pool).sql("create index on act_ru_task (parent_task_id_)").update();
        }
        deploy();
    }

    private StandaloneProcessEngineConfiguration configuration(boolean tuned) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(tuned ? "tuned" : "default");
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(new HashMap<>(delegates()));
        configuration.setGeneralResourceWhitelistPattern("[a-z][a-z0-9.-]{1,63}");
        configuration.setDbMetricsReporterActivate(!tuned);
        if (tuned) {
            configuration.setCustomHistoryLevels(List.of(AuditLevel.get()));
            configuration.setHistory(AuditLevel.get().getName());
            configuration.setHistoryRemovalTimeStrategy("start");
            configuration.setMetricsEnabled(false);
            configuration.setTaskMetricsEnabled(false);
            configuration.setCmmnEnabled(false);
        } else {
            configuration.setHistory("full");
        }
        return configuration;
    }

    private static List<Resource> models() {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.bpmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deploy() {
        var deployment = engine.getRepositoryService().createDeployment();
        try {
            for (Resource model : models()) {
                deployment.addInputStream(model.getFilename(), model.getInputStream());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deployment.deploy();
    }

    // ---- delegates --------------------------------------------------------------------------------------------------

    private Map<Object, Object> delegates() {
        Map<Object, Object> delegates = new HashMap<>();
        for (Resource model : models()) {
            try {
                Matcher names = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}").matcher(model.getContentAsString(StandardCharsets.UTF_8));
                while (names.find()) {
                    delegates.put(names.group(1), (JavaDelegate) execution -> { });
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        delegates.put("issueCampaignDelegate", (JavaDelegate) this::issue);
        delegates.put("openUnitsDelegate", (JavaDelegate) execution -> batch(execution).forEach(unit -> start("unit-response", execution, unit)));
        delegates.put("nextReportDelegate", (JavaDelegate) this::nextReport);
        delegates.put("startReportDelegate", (JavaDelegate) this::startReport);
        delegates.put("openReportsDelegate", (JavaDelegate) execution -> batch(execution).forEach(unit -> start("unit-report", execution, unit)));
        delegates.put("tellUnitsDelegate", (JavaDelegate) execution -> batch(execution).forEach(unit -> tell(execution, "/TD1/", unit)));
        delegates.put("stopOpenWorkDelegate", (JavaDelegate) this::stop);
        return delegates;
    }

    private void issue(DelegateExecution execution) {
        execution.setVariable("batches", batches());
        execution.setVariable("numberKnown", true);
        execution.setVariable("numberDueAt", LATER);
        execution.setVariable("followGroups", new ArrayList<>(List.of("snv-specialist")));
        execution.setVariable("followDueAt", LATER);
    }

    private ArrayList<Integer> batches() {
        return new ArrayList<>(IntStream.range(0, (units.size() + BATCH - 1) / BATCH).boxed().toList());
    }

    private List<String> batch(DelegateExecution execution) {
        int first = (Integer) execution.getVariable("batch") * BATCH;
        return units.subList(first, Math.min(first + BATCH, units.size()));
    }

    private void start(String process, DelegateExecution execution, String unit) {
        runtime.startProcessInstanceByKey(process, execution.getProcessBusinessKey() + "/" + unit, Map.of("caseCode", "PT-2024-001",
                "campaignTitle", ProductRun.TITLE, "unitName", "Xã " + unit, "unitGroup", "unit-" + unit, "unitLeadGroup", "unit-" + unit + "-lead",
                "remindAt", LATER, "dueAt", LATER, "ready", true));
    }

    private void tell(DelegateExecution execution, String change, String unit) {
        runtime.startProcessInstanceByKey("unit-notice", execution.getProcessBusinessKey() + change + unit, Map.of("caseCode", "PT-2024-001",
                "campaignTitle", ProductRun.TITLE, "unitName", "Xã " + unit, "unitGroup", "unit-" + unit, "noticeDueAt", LATER));
    }

    private void nextReport(DelegateExecution execution) {
        execution.setVariable("moreReports", !reported);
        execution.setVariable("reportSeq", 1);
        execution.setVariable("reportOpensAt", LATER);
    }

    private void startReport(DelegateExecution execution) {
        reported = true;
        runtime.startProcessInstanceByKey("campaign-report", execution.getProcessBusinessKey() + "/KY1", Map.of("caseCode", "PT-2024-001",
                "campaignTitle", ProductRun.TITLE, "batches", batches(), "reportsDueAt", LATER, "consolidateDueAt", LATER,
                "reportGroups", new ArrayList<>(List.of("snv-specialist")), "paperKey", "PT-2024-001/BC1"));
    }

    private void stop(DelegateExecution execution) {
        String code = execution.getProcessBusinessKey();
        for (String unit : batch(execution)) {
            end(code + "/" + unit);
            end(code + "/KY1/" + unit);
            tell(execution, "/TH2/", unit);
        }
    }

    private void end(String key) {
        ProcessInstance instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult();
        if (instance != null) {
            runtime.deleteProcessInstance(instance.getId(), "withdrawn", true, true, true);
        }
    }

    // ---- phases -----------------------------------------------------------------------------------------------------

    /** The phases of {@link ProductRun#run} that only the models make. */
    Map<Phase, Cost> run(String code, List<String> units, String name) {
        this.units = units;
        reported = false;
        Map<Phase, Cost> costs = new EnumMap<>(Phase.class);
        String instance = runtime.startProcessInstanceByKey("campaign", code, Map.of("entry", "RECORDED", "caseCode", code, "campaignTitle",
                ProductRun.TITLE, "draftGroup", "snv-specialist", "draftDueAt", LATER, "needsComments", false)).getId();
        costs.put(Phase.OPEN, meter.measure(this::jobs));
        meter.keepStatements(DurableDatabase.statements(name + "-open-" + units.size()), units.size());
        List<String> sample = units.subList(0, Phase.ANSWER.divisor(units.size()));
        costs.put(Phase.ANSWER, twoClicks(name + "-answer", code + "/", sample));
        costs.put(Phase.AMEND, meter.measure(() -> {
            runtime.createMessageCorrelation("giaouoc.planAmended").processInstanceBusinessKey(code).setVariable("tellBatches", batches()).correlate();
            jobs();
        }));
        costs.put(Phase.OPEN_REPORTS, meter.measure(() -> JobRun.timer(engine.getManagementService(), instance, "timer_reportOpens")));
        costs.put(Phase.REPORT, twoClicks(name + "-report", code + "/KY1/", sample));
        runtime.createMessageCorrelation("giaouoc.campaignWithdrawn").processInstanceBusinessKey(code).setVariable("archiveAt", LATER).correlate();
        costs.put(Phase.WITHDRAW, meter.measure(this::jobs));
        meter.keepStatements(DurableDatabase.statements(name + "-withdraw-" + units.size()), units.size());
        return costs;
    }

    private Cost twoClicks(String name, String prefix, List<String> units) {
        return clicks(name + "-write", "canbo.", prefix, units, Map.of())
                .plus(clicks(name + "-approve", "thutruong.", prefix, units, Map.of("approved", true, "returnUntil", LATER)));
    }

    private Cost clicks(String name, String person, String prefix, List<String> units, Map<String, Object> variables) {
        List<Runnable> clicks = new ArrayList<>();
        for (String unit : units) {
            String task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(prefix + unit).singleResult().getId();
            clicks.add(() -> {
                engine.getIdentityService().setAuthenticatedUserId(person + unit);
                engine.getTaskService().claim(task, person + unit);
                engine.getTaskService().complete(task, variables);
                engine.getIdentityService().clearAuthentication();
            });
        }
        Cost cost = meter.measure(() -> clicks.forEach(Runnable::run));
        meter.keepStatements(DurableDatabase.statements(name + "-" + units.size()), units.size());
        return cost;
    }

    private void jobs() {
        JobRun.due(engine.getManagementService());
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
