package vn.giaouoc.workflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaouoc.platform.time.TrialClock;
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
        assertThat(lists(Http.session(port, "giamsat")).keySet()).contains("Tất cả");
        assertThat(count(specialist, lists.get("Việc của tôi"))).isZero();
        assertThat(rows(specialist, lists.get("Việc của đơn vị"))).contains(code, "Phong trào của bộ lọc");
        int late = count(specialist, lists.get("Quá hạn"));
        trialClock.moveTo(clock.instant().plus(Duration.ofDays(40)));
        assertThat(count(specialist, lists.get("Quá hạn"))).isGreaterThan(late);
        assertThat(rows(specialist, lists.get("Quá hạn"))).contains(code);
        assertThat(rows(Http.session(port, "canbo.sgddt"), lists.get("Việc của đơn vị"))).doesNotContain("Phong trào của bộ lọc");
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
        return person.sendAccepting("application/hal+json", "POST", ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=200", "{}").body();
    }
}
