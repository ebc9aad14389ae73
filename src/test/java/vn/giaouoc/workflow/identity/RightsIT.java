package vn.giaouoc.workflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.change.Changes;
import vn.giaouoc.platform.time.TrialClock;
import vn.giaouoc.report.Periods;
import vn.giaouoc.test.Cases;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** What every start makes exact, and what everybody finds at the first login. */
class RightsIT extends IntegrationTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;
    @Autowired
    RoleRights rights;
    @Autowired
    AuthorizationService authorizations;
    @Autowired
    Officials officials;
    @Autowired
    Jobs jobs;
    @Autowired
    TrialClock trialClock;
    @Autowired
    Clock clock;
    @Autowired
    ObjectMapper json;
    @Autowired
    Cases cases;
    @Autowired
    Changes changes;
    @Autowired
    Periods periods;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    FilterService filters;
    @Autowired
    SharedFilters sharedFilters;

    @Test
    void aStartTakesAwayWhatIsTooMuchGrantsWhatIsMissingAndLeavesTheRestAlone() {
        Set<String> before = ids("snv-specialist");
        rights.afterPropertiesSet();
        assertThat(ids("snv-specialist")).as("nothing to do").isEqualTo(before);
        Authorization tooMuch = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        tooMuch.setGroupId("snv-specialist");
        tooMuch.setResource(Resources.DEPLOYMENT);
        tooMuch.setResourceId("*");
        tooMuch.addPermission(Permissions.CREATE);
        authorizations.saveAuthorization(tooMuch);
        String lost = authorizations.createAuthorizationQuery().groupIdIn("snv-specialist").resourceType(Resources.PROCESS_INSTANCE)
                .singleResult().getId();
        authorizations.deleteAuthorization(lost);
        rights.afterPropertiesSet();
        assertThat(authorizations.createAuthorizationQuery().groupIdIn("snv-specialist").resourceType(Resources.DEPLOYMENT).count()).isZero();
        assertThat(authorizations.createAuthorizationQuery().groupIdIn("snv-specialist").resourceType(Resources.PROCESS_INSTANCE)
                .hasPermission(Permissions.CREATE).count()).isOne();
        assertThat(authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_REVOKE).count()).isZero();
        assertThat(authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GLOBAL).count()).isZero();
    }

    @Test
    void everyRoleFindsItsListsAndTheyFollowTheProductsClock() throws IOException {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "REGULAR", "title", "Phong trào của bộ lọc"));
        jobs.runDue();
        Http specialist = Http.session(port, "chuyenvien2");
        Map<String, String> lists = lists(specialist);
        assertThat(lists.keySet()).containsExactlyInAnyOrder("Việc của tôi", "Việc của đơn vị", "Sắp đến hạn", "Quá hạn");
        assertThat(lists(Http.session(port, "canbo.sgddt")).keySet()).isEqualTo(lists.keySet());
        assertThat(count(specialist, lists.get("Việc của tôi"))).isZero();
        assertThat(rows(specialist, lists.get("Việc của đơn vị"))).contains(code, "Phong trào của bộ lọc");
        int late = count(specialist, lists.get("Quá hạn"));
        trialClock.moveTo(clock.instant().plus(Duration.ofDays(40)));
        assertThat(count(specialist, lists.get("Quá hạn"))).isGreaterThan(late);
        assertThat(rows(specialist, lists.get("Quá hạn"))).contains(code);
        assertThat(rows(Http.session(port, "canbo.sgddt"), lists.get("Việc của đơn vị"))).doesNotContain("Phong trào của bộ lọc");
    }

    @Test
    void theSupervisorFindsWhatNeedsSupervisingAndNoListOfAllTasks() throws IOException {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "REGULAR", "title", "Phong trào của người giám sát"));
        jobs.runDue();
        Instant due = tasks.createTaskQuery().processInstanceBusinessKey(code).singleResult().getDueDate().toInstant();
        Http supervisor = Http.session(port, "giamsat");
        Map<String, String> lists = lists(supervisor);
        assertThat(lists.keySet()).containsExactlyInAnyOrder("Việc quá hạn", "Quá hạn, chưa ai nhận", "Đến hạn trong 3 ngày");
        assertThat(listing(supervisor, code)).isEmpty();
        trialClock.moveTo(due.minus(Duration.ofDays(2)));
        assertThat(listing(supervisor, code)).containsExactly("Đến hạn trong 3 ngày");
        trialClock.moveTo(due.plus(Duration.ofDays(1)));
        assertThat(listing(supervisor, code)).containsExactly("Quá hạn, chưa ai nhận", "Việc quá hạn");
        String task = tasks.createTaskQuery().processInstanceBusinessKey(code).singleResult().getId();
        officials.as("chuyenvien", () -> {
            tasks.claim(task, "chuyenvien");
            return null;
        });
        assertThat(listing(supervisor, code)).containsExactly("Việc quá hạn");
    }

    /** The names of the person's lists that show this case, in order. */
    private List<String> listing(Http person, String code) throws IOException {
        return lists(person).entrySet().stream().filter(list -> rows(person, list.getValue()).contains(code)).map(Map.Entry::getKey).toList();
    }

    @Test
    void aStartGivesListsOnlyToThoseWhoHaveNone() throws IOException {
        Map<String, String> workers = lists(Http.session(port, "chuyenvien2"));
        Map<String, String> before = lists(Http.session(port, "giamsat"));
        sharedFilters.afterPropertiesSet();
        assertThat(lists(Http.session(port, "giamsat"))).as("nothing to do").isEqualTo(before);
        before.values().forEach(filters::deleteFilter);
        sharedFilters.afterPropertiesSet();
        assertThat(lists(Http.session(port, "giamsat")).keySet()).isEqualTo(before.keySet());
        assertThat(lists(Http.session(port, "chuyenvien2"))).isEqualTo(workers);
    }

    @Test
    void anOfficialOfAUnitSeesOnlyTheOwnUnitsReportsAndNotices() throws IOException {
        String code = amended();
        Http official = Http.session(port, "canbo.ldld");
        assertThat(keys(official, code)).containsExactlyInAnyOrder(code + "/ldld", code + "/KY1/ldld", code + "/TD1/ldld");
        assertThat(counted(official, code)).isEqualTo(3);
        assertThat(counted(official, code + "/KY1/ubmttq")).isZero();
        Map<String, String> lists = lists(official);
        String own = rows(official, lists.get("Việc của đơn vị"));
        assertThat(own).contains("Lập báo cáo", "Tiếp nhận nội dung điều chỉnh, thu hồi").contains(cases.task(code + "/KY1/ldld"))
                .doesNotContain(cases.task(code + "/KY1/ubmttq"), cases.task(code + "/TD1/ubmttq"));
        int before = count(official, lists.get("Việc của đơn vị"));
        cases.report(code, "ubmttq", 1, Map.of());
        assertThat(count(official, lists.get("Việc của đơn vị"))).as("what others do").isEqualTo(before);
        cases.write(code, "ldld", 1, Map.of());
        assertThat(count(official, lists.get("Việc của đơn vị"))).as("the head's turn").isEqualTo(before - 1);
        assertThat(keys(Http.session(port, "thutruong.ldld"), code)).contains(code + "/KY1/ldld");
    }

    @Test
    void theOfficesSeeTheTasksOfReportsAndChangesAndUnitsDoNot() throws IOException {
        String code = amended();
        cases.past(periods.get(code, 1).dueAt());
        changes.begin(officials.actor("chuyenvien"), code, ChangeKind.AMEND);
        String consolidation = cases.task(code + "/KY1");
        String draft = cases.task(code + "/TD2");
        Http specialist = Http.session(port, "chuyenvien2");
        assertThat(keys(specialist, code)).contains(code + "/KY1", code + "/TD2").doesNotContain(code + "/KY1/ldld", code + "/TD1/ldld");
        assertThat(rows(specialist, lists(specialist).get("Việc của đơn vị"))).contains(consolidation, draft);
        Http official = Http.session(port, "canbo.ldld");
        assertThat(keys(official, code)).doesNotContain(code, code + "/KY1", code + "/TD2");
        for (String task : List.of(consolidation, draft)) {
            assertThat(specialist.send("GET", "/api/forms/tasks/" + task, null).statusCode()).isEqualTo(200);
            assertThat(official.send("GET", "/api/forms/tasks/" + task, null).statusCode()).isEqualTo(404);
        }
    }

    /** A draft is with the unit that drafts, then with the offices; those who take part read it in no form before it is in force. */
    @Test
    void theDraftOfAnAmendmentIsInNoFormOfThoseWhoTakePart() throws IOException {
        String secret = "Chuyển kinh phí sang khắc phục mưa lũ.";
        String code = cases.draftedBy("syt", Map.of());
        cases.sign(code + "/KH");
        changes.begin(officials.actor("canbo.syt"), code, ChangeKind.AMEND);
        Http drafter = Http.session(port, "canbo.syt");
        Http official = Http.session(port, "canbo.ldld");
        String draft = cases.task(code + "/TD1");
        assertThat(drafter.send("GET", "/api/forms/tasks/" + draft, null).statusCode()).isEqualTo(200);
        assertThat(official.send("GET", "/api/forms/tasks/" + draft, null).statusCode()).isEqualTo(404);
        Map<String, Object> plan = cases.plan(Map.of("reason", "Mưa lũ.", "purpose", secret));
        cases.complete("canbo.syt", code + "/TD1", "draftChange", plan);
        String approval = cases.task(code + "/DC1");
        assertThat(Http.session(port, "truongphong").send("GET", "/api/forms/tasks/" + approval, null).body()).contains(secret);
        assertThat(official.send("GET", "/api/forms/tasks/" + approval, null).statusCode()).isEqualTo(404);
        assertThat(formsOf(official, code)).hasSize(2).noneMatch(form -> form.contains(secret));
        cases.sign(code + "/DC1");
        assertThat(formsOf(official, code)).hasSize(3).allMatch(form -> form.contains(secret));
    }

    @Test
    void theHistoryOfAUnitsReportIsThatUnitsOnly() throws IOException {
        String code = cases.issuedOutside(Map.of());
        String task = cases.task(code + "/KY1/ldld");
        cases.report(code, "ldld", 1, Map.of());
        String history = ENGINE + "/history/user-operation?taskId=" + task;
        assertThat(operations(Http.session(port, "canbo.ldld"), history)).contains("Claim", "Complete");
        assertThat(operations(Http.session(port, "thutruong.ldld"), history)).contains("Claim", "Complete");
        assertThat(operations(Http.session(port, "giamsat"), history)).contains("Claim", "Complete");
        for (String other : List.of("canbo.ubmttq", "canbo.syt", "chuyenvien", "chutich", "admin")) {
            assertThat(operations(Http.session(port, other), history)).as(other).isEmpty();
            assertThat(Http.session(port, other).send("GET", history.replace("?", "/count?"), null).body()).as(other).contains("\"count\":0");
        }
    }

    /** A campaign with reports open and an amendment in force that its units have not read yet. */
    private String amended() {
        String code = cases.issuedOutside(Map.of());
        cases.sign(cases.change(code, ChangeKind.AMEND, "chuyenvien", Map.of("reason", "Mưa lũ.", "purpose", "Khắc phục mưa lũ.")));
        return code;
    }

    /** Business keys of the cases whose tasks this person finds, of one campaign. */
    private Set<String> keys(Http person, String code) throws IOException {
        Set<String> keys = new HashSet<>();
        for (JsonNode task : found(person, code)) {
            String instance = task.path("processInstanceId").asText();
            keys.add(runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey());
        }
        return keys;
    }

    private JsonNode found(Http person, String code) throws IOException {
        return json.readTree(person.send("POST", ENGINE + "/task", like(code)).body());
    }

    private int counted(Http person, String code) throws IOException {
        return json.readTree(person.send("POST", ENGINE + "/task/count", like(code)).body()).path("count").asInt();
    }

    private static String like(String code) {
        return "{\"processInstanceBusinessKeyLike\":\"" + code + "%\"}";
    }

    private List<String> formsOf(Http person, String code) throws IOException {
        List<String> forms = new ArrayList<>();
        for (JsonNode task : found(person, code)) {
            forms.add(person.send("GET", "/api/forms/tasks/" + task.path("id").asText(), null).body());
        }
        return forms;
    }

    private List<String> operations(Http person, String history) throws IOException {
        List<String> operations = new ArrayList<>();
        json.readTree(person.send("GET", history, null).body()).forEach(entry -> operations.add(entry.path("operationType").asText()));
        return operations;
    }

    private Set<String> ids(String group) {
        return authorizations.createAuthorizationQuery().groupIdIn(group).list().stream().map(Authorization::getId).collect(Collectors.toSet());
    }

    private Map<String, String> lists(Http person) throws IOException {
        Map<String, String> lists = new TreeMap<>();
        for (JsonNode filter : json.readTree(person.send("GET", ENGINE + "/filter?resourceType=Task", null).body())) {
            lists.put(filter.path("name").asText(), filter.path("id").asText());
        }
        return lists;
    }

    private int count(Http person, String filter) throws IOException {
        return json.readTree(person.send("GET", ENGINE + "/filter/" + filter + "/count", null).body()).path("count").asInt();
    }

    private String rows(Http person, String filter) {
        return person.sendAccepting("application/hal+json", "POST", ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=5000", "{}").body();
    }
}
