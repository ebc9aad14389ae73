package vn.giaouoc.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** A reporting period begins while a batch of units still waits for its next try: these units report like all others. */
class ReportsBeforeAllUnitsAreOpenIT extends IntegrationTest {

    @LocalServerPort
    int port;
    @Autowired
    Officials officials;
    @Autowired
    Jobs jobs;
    @Autowired
    Attachments attachments;
    @Autowired
    ManagementService management;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    ObjectMapper json;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    @Test
    void unitsOfABatchThatWaitsAreAskedForTheirReportsToo() throws Exception {
        String code = issued();
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).singleResult().getId();
        for (String activity : List.of("serviceTask_issuePlan", "serviceTask_nextReport", "timer_reportOpens", "serviceTask_startReport")) {
            management.executeJob(management.createJobQuery().processInstanceId(instance).activityId(activity).singleResult().getId());
        }
        assertThat(statuses(code)).as("not opened yet").containsOnly("PENDING");
        jobs.runDue();
        assertThat(statuses(code)).containsOnly("OPEN");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKeyLike(code + "/KY1/%").taskDefinitionKey("userTask_writeReport").count())
                .isEqualTo(statuses(code).size());
    }

    private String issued() throws Exception {
        LocalDate today = LocalDate.now(clock);
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        String file = attachments.upload(officials.actor("tichhop"), "ban-ky.pdf", pdf).id().toString();
        Map<String, Object> plan = Map.of("type", "REGULAR", "title", "Phong trào sơ kết sớm", "from", today.toString(),
                "to", today.plusDays(90).toString(), "contentItems", List.of("Thi đua."), "unitKinds", List.of("MASS_ORGANISATION"),
                "reportingDates", List.of(Map.of("kind", "MIDTERM", "date", today.plusDays(3).toString())));
        String body = json.writeValueAsString(Map.of("reference", "VB-" + UUID.randomUUID(), "plan", plan,
                "files", List.of(Map.of("id", file, "name", "ban-ky.pdf")), "reasons", Map.of("C04", "Chưa có bản gốc."),
                "issue", Map.of("issuer", "UBND tỉnh", "issueDate", today.toString(), "signerName", "Nguyễn Văn Thành", "numberUnknown", true)));
        var answer = Http.basic(port, "tichhop", "trial").send("POST", "/api/v1/campaigns/issued", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body()).path("code").asText();
    }

    private List<String> statuses(String code) {
        return jdbc.sql("select status from participation where campaign_code = ?").param(code).query(String.class).list();
    }
}
