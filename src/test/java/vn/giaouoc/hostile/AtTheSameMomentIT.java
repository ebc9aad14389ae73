package vn.giaouoc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;

/** The same asked several times at once, and things asked of campaigns in states that do not allow them. */
class AtTheSameMomentIT extends IntegrationTest {

    private static final int CALLERS = 6;

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Jobs jobs;
    @Autowired
    Clock clock;
    @Autowired
    AutowireCapableBeanFactory beans;

    @Test
    void oneReferenceStartsOneCampaignHoweverOftenItIsSentAtOnce() throws Exception {
        String reference = "VB-" + UUID.randomUUID();
        List<HttpResponse<String>> same = atOnce(i -> plan(reference, "Phong trào gửi nhiều lần"), "/api/v1/campaigns");
        assertThat(same).extracting(HttpResponse::statusCode).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(same).extracting(answer -> answer.body().replaceAll(".*\"code\":\"([^\"]+)\".*", "$1")).containsOnly(code(reference));
        jobs.runDue();
    }

    @Test
    void oneReferenceWithDifferentContentStartsOneAndRefusesTheOthers() throws Exception {
        String reference = "VB-" + UUID.randomUUID();
        List<HttpResponse<String>> answers = atOnce(i -> plan(reference, "Phong trào " + i), "/api/v1/campaigns");
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 409).containsOnlyOnce(201);
        answers.forEach(answer -> assertThat(Refusals.fault(answer)).isEmpty());
        assertThat(jdbc.sql("select count(*) from campaign where reference = ?").param(reference).query(Long.class).single()).isOne();
        jobs.runDue();
    }

    @Test
    void whatTheStateOfACampaignDoesNotAllowIsRefusedAndChangesNothing() throws Exception {
        String reference = "VB-" + UUID.randomUUID();
        Http person = Http.session(port, "chuyenvien");
        assertThat(person.send("POST", "/api/v1/campaigns", plan(reference, "Phong trào chưa ban hành")).statusCode()).isEqualTo(201);
        jobs.runDue();
        var database = new Untouched(jdbc);
        var before = database.now();
        String draft = "/api/v1/campaigns/" + code(reference);
        refused(person, 409, draft + "/changes", "{\"kind\":\"AMEND\"}");
        refused(person, 409, draft + "/changes", "{\"kind\":\"WITHDRAW\"}");
        refused(person, 422, draft + "/changes", "{}");
        refused(person, 404, "/api/v1/campaigns/PT-1999-001/changes", "{\"kind\":\"AMEND\"}");
        refused(person, 404, draft + "/works/ldld/0/settlement", "{\"state\":\"DONE\",\"note\":\"Xong.\"}");
        refused(person, 404, "/api/forms/campaigns/" + code(reference) + "/responses/ldld/return", "{\"reason\":\"Thiếu.\"}", 409);
        assertThat(person.send("GET", draft + "/reports/1", null).statusCode()).isEqualTo(404);
        assertThat(database.changedSince(before)).isEmpty();

        String issued = "/api/v1/campaigns/" + beans.createBean(LiveCases.class).campaign();
        List<HttpResponse<String>> begun = atOnce(i -> "{\"kind\":\"" + (i % 2 == 0 ? "AMEND" : "WITHDRAW") + "\"}", issued + "/changes");
        assertThat(begun).extracting(HttpResponse::statusCode).containsOnly(201, 409).containsOnlyOnce(201);
        jobs.runDue();
    }

    /** A form saves by itself while one types; its last save may arrive after the check of the same content. */
    @Test
    void aSaveThatArrivesAfterTheCheckLeavesTheFormReadyUnlessSomethingChanged() {
        Http person = Http.session(port, "chuyenvien");
        String form = "/api/forms/start/campaign";
        String data = "{\"data\":{\"route\":\"HERE\",\"type\":\"PEAK\",\"title\":\"Phong trào lưu muộn\"}}";
        assertThat(person.send("POST", form + "/validate", data).statusCode()).isEqualTo(200);
        assertThat(person.send("PUT", form + "/draft", data).statusCode()).isEqualTo(200);
        assertThat(ready()).isTrue();
        assertThat(person.send("PUT", form + "/draft", data.replace("muộn", "khác")).statusCode()).isEqualTo(200);
        assertThat(ready()).isFalse();
    }

    private boolean ready() {
        return jdbc.sql("select ready from form_draft where owner = 'start:campaign' and user_id = 'chuyenvien'").query(Boolean.class).single();
    }

    /** Somebody else was faster, or its time is over: that is no error of the system. */
    @Test
    void aTaskThatIsGoneIsToldAsGone() {
        for (String call : List.of("complete", "unclaim", "submit-form")) {
            refused(Http.session(port, "chuyenvien"), 404, "/camunda/api/engine/engine/default/task/" + UUID.randomUUID() + "/" + call, "{}");
        }
        refused(Http.session(port, "chuyenvien"), 404, "/camunda/api/engine/engine/default/task/" + UUID.randomUUID() + "/claim",
                "{\"userId\":\"chuyenvien\"}");
    }

    private void refused(Http person, int status, String path, String body, Integer... or) {
        HttpResponse<String> answer = person.send("POST", path, body);
        List<Integer> expected = new ArrayList<>(List.of(or));
        expected.add(status);
        assertThat(answer.statusCode()).as(path + answer.body()).isIn(expected);
        assertThat(Refusals.fault(answer)).isEmpty();
    }

    private List<HttpResponse<String>> atOnce(IntFunction<String> body, String path) throws Exception {
        var together = new CyclicBarrier(CALLERS);
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                Http person = Http.session(port, "chuyenvien");
                String sent = body.apply(i);
                calls.add(() -> {
                    together.await();
                    return person.send("POST", path, sent);
                });
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private String plan(String reference, String title) {
        LocalDate today = LocalDate.now(clock);
        return """
                {"reference": "%s", "plan": {"type": "THEMATIC", "title": "%s", "from": "%s", "to": "%s", "contentItems": ["Thi đua."],
                 "unitKinds": ["DEPARTMENT"]}}""".formatted(reference, title, today.plusDays(5), today.plusDays(40));
    }

    private String code(String reference) {
        return jdbc.sql("select code from campaign where reference = ?").param(reference).query(String.class).single();
    }
}
