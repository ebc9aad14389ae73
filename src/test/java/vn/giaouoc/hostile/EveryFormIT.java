package vn.giaouoc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.hostile.LiveCases.Live;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Officials;
import vn.giaouoc.workflow.form.StartForm;
import vn.giaouoc.workflow.form.TaskForm;

/**
 * Every form there is, at a task of a live case, is handed what nobody should hand in. What its check refuses cannot be completed and
 * changes nothing; what its check lets pass can be completed, down to the last column of the database.
 */
@Tag("own-province") // asks nothing of the other tests, and runs beside the stories
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFormIT extends IntegrationTest {

    @LocalServerPort
    int port;
    @Autowired
    AutowireCapableBeanFactory beans;
    @Autowired
    List<TaskForm<?>> forms;
    @Autowired
    List<StartForm<?>> startForms;
    @Autowired
    Officials officials;
    @Autowired
    TaskService tasks;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    EntityManager entities;
    @Autowired
    ObjectMapper json;
    @Autowired
    JdbcClient jdbc;

    private final Map<String, Http> people = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> tried = new HashSet<>();
    private List<Live> live;
    private Untouched database;
    private Untouched.Moment before;

    private record Fault(String kind, String sent, String at) {
    }

    @BeforeAll
    void casesAtEveryTask() {
        live = new ArrayList<>(beans.createBean(LiveCases.class).all());
        live.addAll(beans.createBean(LiveCovenants.class).all());
        live.addAll(beans.createBean(LiveReviewSide.class).all(beans.createBean(LiveCovenants.class).year()));
        live.addAll(beans.createBean(LiveReviews.class).all());
        assertThat(live).extracting(Live::form).as("a case for every form: add one to LiveCases")
                .containsExactlyInAnyOrderElementsOf(forms.stream().map(TaskForm::form).toList());
        live.forEach(task -> people.computeIfAbsent(task.user(), user -> Http.session(port, user)));
        database = new Untouched(jdbc);
        before = database.now();
    }

    @Test
    void whatIsHandedInPlainlyIsTaken() {
        for (Live task : live) {
            HttpResponse<String> checked = validate(task, json.valueToTree(task.data()).toString());
            boolean reportsMissing = task.form().equals("campaign/followCampaign");
            assertThat(checked.statusCode()).as(task.form() + checked.body()).isEqualTo(reportsMissing ? 409 : 200);
            assertThat(completable(task)).as(task.form()).matches(why -> why.isPresent() == reportsMissing);
        }
    }

    @Test
    void whatAFormRefusesCannotBeCompletedAndWhatItTakesCan() {
        Set<String> parts = new HashSet<>(); // what several forms have in common is tried in the first of them
        for (Live task : live) {
            for (var place : Hostile.places(json.valueToTree(task.data()))) {
                if (parts.add(content(task.form()) + place.path())) {
                    place.documents().forEach(document -> handIn(task, place.path(), document));
                    unchanged(task.form(), place.path());
                }
            }
        }
        report();
    }

    /** What a form is about: a plan, the blocs of a decision and a covenant are in several. An amendment has checks of its own. */
    private static String content(String form) {
        return form.matches("campaign/(draft|finish|record)Plan") ? "plan"
                : form.matches("bloc-composition/(draft|record)Composition") ? "blocs"
                : form.matches("covenant/(draft|revise)Covenant") ? "covenant" : form;
    }

    /** A figure typed into a form goes through two stores of JSON before it is one. */
    @Test
    void aFigureStaysWhatWasTypedToTheLastDigit() {
        Live report = live.stream().filter(task -> task.form().equals("unit-report/writeReport")).findFirst().orElseThrow();
        var data = json.valueToTree(report.data()).toString().replace("\"value\":3", "\"value\":123456789012345.1234");
        assertThat(validate(report, data).statusCode()).isEqualTo(200);
        assertThat(people.get(report.user()).send("GET", "/api/forms/tasks/" + report.taskId(), null).body()).contains("123456789012345.1234");
    }

    @Test
    void noStartFormBreaks() {
        startForms.forEach(form -> {
            Http person = people.get("chuyenvien");
            String at = "/api/forms/start/" + form.processKey() + "/validate";
            var data = json.valueToTree(switch (form.processKey()) {
                case "campaign" -> Map.of("route", "HERE", "type", "PEAK", "title", "Phong trào", "draftingUnit", "syt");
                case "absence" -> Map.of("person", "chuyenvien", "from", "2099-03-02", "to", "2099-03-03", "deputy", "giamdoc", "ground", "TUQ",
                        "acts", List.of("APPROVE_PAPER"), "document", "12/GUQ", "documentDate", "2024-01-02", "validUntil", "2099-03-03", "reason", "Đi công tác");
                case "mid-year-report" -> Map.of("composition", "TL-2024-01");
                default -> Map.of("route", "HERE", "year", 2099, "schoolYear", true, "from", "2099-09-01", "to", "2100-05-31", "campaignCode", "PT-2024-001");
            });
            for (var place : Hostile.places(data)) {
                for (String document : place.documents()) {
                    HttpResponse<String> answer = person.send("POST", at, "{\"data\":" + document + "}");
                    judge(form.processKey(), place.path(), document, answer, false);
                }
                unchanged(form.processKey(), place.path());
            }
        });
        report();
    }

    private void handIn(Live task, String place, String document) {
        HttpResponse<String> answer = validate(task, document);
        judge(task.form(), place, document, answer, true);
        if (Refusals.refused(answer) && tried.add(task.form() + place)) { // once a place: the completion asks only whether the check let it pass
            HttpResponse<String> completion = people.get(task.user()).send("POST", "/camunda/api/engine/engine/default/task/"
                    + task.taskId() + "/complete", "{}");
            judge(task.form(), place, document, completion, false);
            if (!Refusals.refused(completion)) {
                throw new AssertionError(task.form() + " was completed although refused: " + shortened(document));
            }
        } else if (!Refusals.refused(answer)) {
            completable(task).ifPresent(why -> fault("taken by the check, not by the completion: " + why, task.form(), place, document));
            people.get(task.user()).send("PUT", "/api/forms/tasks/" + task.taskId() + "/draft", "{\"data\":{}}"); // nothing is ready any more
        }
    }

    private HttpResponse<String> validate(Live task, String document) {
        task.before().run();
        return people.get(task.user()).send("POST", "/api/forms/tasks/" + task.taskId() + "/validate", "{\"data\":" + document + "}");
    }

    /** Completes in a transaction that is taken back. @return why it cannot be completed */
    private Optional<String> completable(Live task) {
        try {
            officials.as(task.user(), () -> transaction.execute(status -> {
                status.setRollbackOnly();
                tasks.complete(task.taskId());
                entities.flush();
                return null;
            }));
            return Optional.empty();
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Optional.of(cause.toString());
        }
    }

    private void judge(String form, String place, String document, HttpResponse<String> answer, boolean fields) {
        String told = answer.statusCode() + " " + shortened(answer.body());
        Refusals.fault(answer).ifPresent(fault -> fault(fault + " → " + told, form, place, document));
        if (fields && answer.statusCode() == 404) {
            fault("the case is gone", form, place, document);
        }
        if (fields && answer.statusCode() == 422 && (Refusals.fields(answer).isEmpty()
                || Refusals.fields(answer).stream().anyMatch(String::isBlank))) {
            fault("no field → " + told, form, place, document);
        }
    }

    private void unchanged(String form, String place) {
        List<String> changed = database.changedSince(before);
        if (!changed.isEmpty()) {
            fault("changed " + changed, form, place, "");
            before = database.now();
        }
    }

    private void fault(String kind, String form, String place, String document) {
        faults.add(new Fault(kind.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "#"), place, form + " ← " + value(document, place)));
    }

    private String value(String document, String place) {
        int at = document.indexOf("\"" + place.substring(place.lastIndexOf('/') + 1) + "\":");
        return shortened(at < 0 ? document : document.substring(at));
    }

    private static String shortened(String text) {
        return text.length() <= 240 ? text : text.substring(0, 240) + "…";
    }

    private void report() {
        Map<String, List<Fault>> byKind = faults.stream().collect(Collectors.groupingBy(fault -> fault.kind() + fault.sent()));
        faults.clear();
        assertThat(byKind.values().stream().map(same -> same.size() + " × " + same.get(0)).sorted().toList()).isEmpty();
    }
}
