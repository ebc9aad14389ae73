package vn.giaouoc.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.change.ChangeView;
import vn.giaouoc.change.Changes;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.report.Period;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.test.Cost;
import vn.giaouoc.test.Meter;
import vn.giaouoc.test.Officials;
import vn.giaouoc.workflow.form.TaskForms;

/** One campaign of the product over many units, phase by phase, through the services that Tasklist's clicks call. */
@TestComponent
final class ProductRun {

    static final String TITLE = "Thi đua hoàn thành nhiệm vụ năm";
    private static final String HOUSES = "Nhà tạm được xóa";

    private final Officials officials;
    private final TaskForms forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identities;
    private final Changes changes;
    private final CampaignQueries queries;
    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ProductRun(Officials officials, TaskForms forms, TaskService tasks, RuntimeService runtime, ManagementService management,
               IdentityService identities, Changes changes, CampaignQueries queries, Attachments attachments, JdbcClient jdbc,
               ObjectMapper json, Clock clock) {
        this.officials = officials;
        this.forms = forms;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.identities = identities;
        this.changes = changes;
        this.queries = queries;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Runs a campaign to these active communes from its draft to its withdrawal. @return the whole cost of each phase */
    Map<Phase, Cost> run(Meter meter, List<String> units) {
        Map<Phase, Cost> costs = new EnumMap<>(Phase.class);
        String code = readyToRegister();
        costs.put(Phase.CLICK, register(meter, code + "/KH"));
        phase(meter, costs, Phase.OPEN, units, this::jobs);
        List<String> sample = units.subList(0, Phase.ANSWER.divisor(units.size()));
        costs.put(Phase.ANSWER, twoClicks(meter, code + "/", sample, "userTask_writeResponse", answer(), "userTask_approveResponse"));
        begin(code, ChangeKind.AMEND, Map.of("responseDue", today().plusDays(20).toString()));
        register(meter, code + "/DC1");
        phase(meter, costs, Phase.AMEND, units, this::jobs);
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).singleResult().getId();
        phase(meter, costs, Phase.OPEN_REPORTS, units, () -> JobRun.timer(management, instance, "timer_reportOpens"));
        costs.put(Phase.REPORT, twoClicks(meter, Period.caseKey(code, 1) + "/", sample, "userTask_writeReport", report(), "userTask_approveReport"));
        begin(code, ChangeKind.WITHDRAW, Map.of());
        register(meter, code + "/TH2");
        phase(meter, costs, Phase.WITHDRAW, units, this::jobs);
        return costs;
    }

    /** A campaign with its units' tasks open. @return its code */
    String opened() {
        String code = readyToRegister();
        click("vanthu", code + "/KH", "userTask_registerPaper", registration());
        jobs();
        return code;
    }

    /** A plan that waits in Sở Nội vụ. */
    void drafted() {
        officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE));
        jobs();
    }

    private void phase(Meter meter, Map<Phase, Cost> costs, Phase phase, List<String> units, Runnable work) {
        costs.put(phase, meter.measure(work));
        meter.keepStatements(DurableDatabase.statements("product-" + phase.name().toLowerCase() + "-" + units.size()), phase.divisor(units.size()));
    }

    private String readyToRegister() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE));
        jobs();
        officials.complete("chuyenvien", code, "userTask_draftPlan", Map.of("type", "PEAK", "title", TITLE, "purpose", "Hoàn thành nhiệm vụ",
                "from", today().plusDays(10).toString(), "to", today().plusDays(60).toString(),
                "contentItems", List.of("Thi đua hoàn thành các chỉ tiêu."), "unitKinds", List.of("COMMUNE"),
                "targets", List.of(Map.of("name", HOUSES, "unit", "nhà", "target", 100, "direction", "UP"))));
        approve(code + "/KH");
        return code;
    }

    private void begin(String code, ChangeKind kind, Map<String, Object> fields) {
        int seq = changes.begin(officials.actor("chuyenvien"), code, kind);
        jobs();
        Map<String, Object> data = new HashMap<>(json.convertValue(queries.plan(code), new TypeReference<Map<String, Object>>() { }));
        data.put("reason", "Theo chỉ đạo mới.");
        data.putAll(fields);
        data.putIfAbsent("legalGrounds", "Căn cứ Luật Thi đua, khen thưởng;");
        officials.complete("chuyenvien", ChangeView.caseKey(code, seq), "userTask_draftChange", data);
        approve(code + (kind == ChangeKind.AMEND ? "/DC" : "/TH") + seq);
    }

    private void approve(String paper) {
        jobs();
        List.of(List.of("truongphong", "userTask_approveDivision"), List.of("giamdoc", "userTask_approveDirector"),
                List.of("vanphong", "userTask_checkForm"), List.of("chutich", "userTask_signPaper")).forEach(step -> {
                    officials.complete(step.get(0), paper, step.get(1), Map.of("decision", "APPROVE"));
                    jobs();
                });
    }

    private Cost register(Meter meter, String paper) {
        Actor clerk = officials.actor("vanthu");
        String task = task(paper, "userTask_registerPaper");
        Map<String, Object> data = registration();
        return meter.measure(() -> handIn(clerk, task, data));
    }

    private Map<String, Object> registration() {
        int number = jdbc.sql("select coalesce(max(number_value), 900) + 1 from paper").query(Integer.class).single();
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        String file = attachments.upload(officials.actor("vanthu"), "ban-ky.pdf", pdf).id().toString();
        return Map.of("decision", "REGISTER", "number", String.valueOf(number), "issueDate", today().toString(),
                "files", List.of(Map.of("id", file, "name", "ban-ky.pdf")));
    }

    /** All officials of these units, then all heads; what their clicks cost, without signing in and looking for the task. */
    private Cost twoClicks(Meter meter, String prefix, List<String> units, String write, Map<String, Object> data, String approve) {
        return clicks(meter, "canbo.", prefix, units, write, data)
                .plus(clicks(meter, "thutruong.", prefix, units, approve, Map.of("decision", "APPROVE")));
    }

    private Cost clicks(Meter meter, String person, String prefix, List<String> units, String userTask, Map<String, Object> data) {
        List<Runnable> clicks = new ArrayList<>();
        for (String unit : units) {
            Actor actor = officials.actor(person + unit);
            String task = task(prefix + unit, userTask);
            clicks.add(() -> handIn(actor, task, data));
        }
        Cost cost = meter.measure(() -> clicks.forEach(Runnable::run));
        meter.keepStatements(DurableDatabase.statements("product-" + userTask + "-" + units.size()), units.size());
        return cost;
    }

    private void click(String user, String key, String userTask, Map<String, Object> data) {
        handIn(officials.actor(user), task(key, userTask), data);
    }

    private String task(String key, String userTask) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey(userTask).singleResult().getId();
    }

    /** Takes a task, has its form checked, completes it: three requests of Tasklist. */
    private void handIn(Actor actor, String task, Map<String, Object> data) {
        ObjectNode node = json.valueToTree(data);
        identities.setAuthentication(actor.userId(), List.copyOf(actor.groups()));
        try {
            tasks.claim(task, actor.userId());
            forms.validate(actor, task, node);
            tasks.complete(task);
        } finally {
            identities.clearAuthentication();
        }
    }

    private void jobs() {
        JobRun.due(management);
    }

    private Map<String, Object> answer() {
        return Map.of("ownPlan", false, "noPlanReason", "Theo kế hoạch của tỉnh.", "works", List.of(Map.of("title", "Công trình chào mừng",
                "measure", "công trình", "target", 1, "dueDate", today().plusDays(20).toString())));
    }

    private static Map<String, Object> report() {
        return Map.of("noActivity", false, "summary", "Đã triển khai đồng bộ.", "indicators", List.of(Map.of("indicator", HOUSES, "value", 3,
                "note", "Đang xóa tiếp.")), "works", List.of(Map.of("seq", 0, "state", "DONE", "note", "Đã bàn giao.")));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
