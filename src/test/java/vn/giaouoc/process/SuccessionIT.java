package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.SuccessionDraft;
import vn.giaouoc.organisation.SuccessionKind;
import vn.giaouoc.organisation.Successions;
import vn.giaouoc.report.UnitHistory;
import vn.giaouoc.report.UnitReports;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.test.Cases;
import vn.giaouoc.test.Cost;
import vn.giaouoc.test.Meter;
import vn.giaouoc.test.ThrowAwayUnits;
import vn.giaouoc.workflow.form.TaskForms;

/** Units that end: their open work of every process comes to the heir, and so does everything that is given to them later. */
class SuccessionIT extends ProcessTest {

    @Autowired
    ThrowAwayUnits units;
    @Autowired
    Cases cases;
    @Autowired
    Successions successions;
    @Autowired
    Organisation organisation;
    @Autowired
    UnitHistory unitHistory;
    @Autowired
    TaskForms forms;
    @Autowired
    AuthorizationService authorizations;
    @Autowired
    EmbeddedPostgres postgres;

    private String one;
    private String two;
    private String heir;

    @BeforeEach
    void threeUnits() {
        jobs.runDue();
        one = units.add("mot");
        two = units.add("hai");
    }

    @AfterEach
    void nothingIsLeft() {
        units.remove();
    }

    @Test
    void openTasksOfEveryProcessMoveToTheHeirAndSoDoesWhatComesLater() {
        String issued = issued();
        cases.change(issued, ChangeKind.AMEND, "chuyenvien", Map.of("reason", "Cho rõ hơn.", "purpose", "Rõ hơn."));
        cases.sign(issued + "/DC1");
        write(issued + "/" + two, "canbo." + two);
        String drafted = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE, "draftingUnit", one));
        jobs.runDue();
        heir = units.add("ba");
        String commented = draft(Map.of("commentUnits", List.of(one, heir), "commentDays", 10));
        String begun = claim(issued + "/" + one, "canbo." + one);
        typed("canbo." + one, begun, Map.of("ownPlan", false, "noPlanReason", "Đang soạn dở.", "files",
                List.of(cases.file("canbo." + one))));

        String succession = declare(SuccessionKind.MERGE, List.of(one, two), List.of(heir), today(), false);

        assertThat(successions.get(succession)).satisfies(done -> {
            assertThat(done.status()).isEqualTo("DONE");
            assertThat(done.movedTasks()).as("two answers, two reports, two notices, a draft, a comment").isEqualTo(8);
        });
        assertThat(openOf(one)).isEmpty();
        assertThat(openOf(two)).isEmpty();
        assertThat(openOf(heir)).extracting(Task::getTaskDefinitionKey).containsOnly("userTask_writeResponse", "userTask_approveResponse",
                "userTask_writeReport", "userTask_readNotice", "userTask_draftPlan", "userTask_commentPlan").hasSize(9);
        onlyTheHeirSeesThem();
        assertThat(nameShown(issued + "/" + one)).isEqualTo(ThrowAwayUnits.name(one) + " (nay là " + ThrowAwayUnits.name(heir) + ")");
        theDraftWaitsForTheNext(begun);
        theHeirDoesTheWork(issued, drafted, commented);
    }

    private void onlyTheHeirSeesThem() {
        for (Resources resource : List.of(Resources.TASK, Resources.HISTORIC_TASK)) {
            for (String former : List.of(one, two)) {
                assertThat(authorizations.createAuthorizationQuery().resourceType(resource).groupIdIn(groups(former)).list().stream()
                        .filter(row -> tasks.createTaskQuery().taskId(row.getResourceId()).count() == 1)).isEmpty();
            }
        }
        for (String user : List.of("canbo." + one, "thutruong." + two)) {
            assertThat(officials.as(user, () -> tasks.createTaskQuery().count())).as(user).isZero();
            assertThat(officials.actor(user).groups()).containsExactly("officials");
        }
        assertThat(officials.as("canbo." + heir, () -> tasks.createTaskQuery().count())).isEqualTo(8);
        assertThat(officials.as("thutruong." + heir, () -> tasks.createTaskQuery().count())).as("also what waits for its head")
                .isEqualTo(9);
    }

    private void theDraftWaitsForTheNext(String task) {
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).as("its holder does not belong to the heir").isNull();
        var loaded = officials.as("canbo." + heir, () -> forms.load(officials.actor("canbo." + heir), task));
        var data = (ObjectNode) ((Map<?, ?>) loaded.get("draft")).get("data");
        assertThat(data.path("noPlanReason").asText()).isEqualTo("Đang soạn dở.");
        assertThat(data.path("files")).as("a file is its uploader's until it is handed in").isEmpty();
    }

    /** As in every other test of these processes, only that the people are the heir's. */
    private void theHeirDoesTheWork(String issued, String drafted, String commented) {
        write(issued + "/" + one, "canbo." + heir);
        assertThat(openOf(heir)).as("made after the succession, by a model that names the former unit's heads")
                .extracting(Task::getTaskDefinitionKey).filteredOn("userTask_approveResponse"::equals).hasSize(2);
        headDecides(issued + "/" + two, "thutruong." + heir, "RETURN", "Nêu rõ hơn.");
        write(issued + "/" + two, "canbo." + heir);
        for (String former : List.of(one, two)) {
            headDecides(issued + "/" + former, "thutruong." + heir, "APPROVE", null);
            assertThat(queries.response(issued, former).status()).isEqualTo("ANSWERED");
            cases.complete("canbo." + heir, UnitReports.subject(issued, 1, former), "writeReport", Map.of("noActivity", true, "summary",
                    "Mới sáp nhập."));
            cases.approve("thutruong." + heir, UnitReports.subject(issued, 1, former), "approveReport");
            cases.complete("canbo." + heir, issued + "/TD1/" + former, "readNotice", Map.of());
        }
        assertThat(periods.get(issued, 1).reported()).isEqualTo(2);
        assertThat(changes.told(issued, 1).read()).isEqualTo(2);
        cases.complete("canbo." + heir, drafted, "draftPlan", planData());
        assertThat(openTasks(drafted + "/KH")).containsExactly("userTask_approveDivision");
        for (Task task : tasks.createTaskQuery().processInstanceBusinessKey(commented).list()) {
            claim(task, "canbo." + heir);
            officials.as("canbo." + heir, () -> {
                forms.validate(officials.actor("canbo." + heir), task.getId(), json.valueToTree(Map.of("agree", true)));
                tasks.complete(task.getId());
                return null;
            });
        }
        jobs.runDue();
        assertThat(queries.comments(commented)).as("the former unit's word and its own").extracting("unitCode", "agree")
                .containsExactlyInAnyOrder(tuple(one, true), tuple(heir, true));
        assertThat(openTasks(commented)).containsExactly("userTask_finishPlan");
        theHistoryIsTheHeirs(issued);
    }

    private void theHistoryIsTheHeirs(String issued) {
        var history = unitHistory.of(officials.actor("canbo." + heir), heir, 0, 50);
        assertThat(history.former()).extracting("code").containsExactlyInAnyOrder(one, two);
        assertThat(history.campaigns().items()).extracting("campaignCode", "unitCode", "status")
                .containsExactlyInAnyOrder(tuple(issued, one, "ANSWERED"), tuple(issued, two, "ANSWERED"));
        assertThat(history.campaigns().items()).allSatisfy(part -> assertThat(part.reports()).extracting("status")
                .containsExactly("REPORTED"));
        assertThat(history.successions()).hasSize(1);
        assertThat(unitHistory.of(officials.actor("giamsat"), one, 0, 50).currentCode()).isEqualTo(heir);
        assertThatThrownBy(() -> unitHistory.of(officials.actor("canbo.sgddt"), heir, 0, 50)).isInstanceOf(NotFound.class);
        assertThat(queries.response(officials.actor("canbo." + heir), issued, one).response().unitCode()).isEqualTo(one);
    }

    @Test
    void whereTheHeirTakesPartItselfWhatTheFormerUnitNeverGaveIsClosed() {
        heir = units.add("ba");
        String issued = issued();
        cases.answer(issued, two, 1);
        cases.change(issued, ChangeKind.AMEND, "chuyenvien", Map.of("reason", "Cho rõ hơn.", "purpose", "Rõ hơn."));
        cases.sign(issued + "/DC1");
        claim(UnitReports.subject(issued, 1, two), "canbo." + two);
        assertThat(periods.get(issued, 1).total()).isEqualTo(3);

        declare(SuccessionKind.MERGE, List.of(one, two), List.of(heir), today(), true);

        assertThat(queries.response(issued, one)).satisfies(closed -> {
            assertThat(closed.status()).isEqualTo("CANCELLED");
            assertThat(closed.cancelReason()).contains("Đơn vị đã sáp nhập, hợp nhất vào " + ThrowAwayUnits.name(heir))
                    .contains("12/QĐ-UBND");
        });
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(issued + "/" + one).singleResult()
                .getDeleteReason())
                .contains("sáp nhập");
        assertThat(openTasks(UnitReports.subject(issued, 1, one))).isEmpty();
        assertThat(queries.response(issued, two).status()).as("what was given stays").isEqualTo("ANSWERED");
        assertThat(openTasks(UnitReports.subject(issued, 1, two))).as("and its works are reported to the end")
                .containsExactly("userTask_writeReport");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(UnitReports.subject(issued, 1, two)).singleResult().getAssignee())
                .as("its holder moved along").isEqualTo("canbo." + two);
        assertThat(periods.get(issued, 1).total()).as("one report less to wait for").isEqualTo(2);
        assertThat(changes.told(issued, 1).units()).as("told once").isEqualTo(1);
        assertThat(officials.actor("thutruong." + one).groups()).as("heads are appointed anew")
                .contains("unit-" + heir).doesNotContain("unit-" + heir + "-lead", "unit-" + one + "-lead");
        theLastReportEndsTheWaiting(issued);
    }

    private void theLastReportEndsTheWaiting(String issued) {
        for (String unit : List.of(heir, two)) {
            cases.complete(unit.equals(two) ? "canbo." + two : "canbo." + heir, UnitReports.subject(issued, 1, unit), "writeReport",
                    Map.of("noActivity", true, "summary", "Chưa có."));
            cases.approve("thutruong." + heir, UnitReports.subject(issued, 1, unit), "approveReport");
        }
        assertThat(openTasks(issued + "/KY1")).containsExactly("userTask_consolidateReport");
    }

    @Test
    void aDayThatHasNotComeIsWaitedForAndMayBeCancelled() {
        heir = units.add("ba");
        String issued = issued();
        LocalDate day = today().plusDays(2);
        String succession = declare(SuccessionKind.DISSOLVE, List.of(one), List.of(), day, false);
        String cancelled = declare(SuccessionKind.MERGE, List.of(two), List.of(heir), day, false);
        assertThat(openOf(one)).isNotEmpty();
        assertThat(management.createJobQuery().processInstanceId(instance(succession)).timers().singleResult().getDuedate().toInstant())
                .isEqualTo(day.atStartOfDay(clock.getZone()).toInstant());
        assertThatThrownBy(() -> successions.cancel(officials.actor("admin"), "TC-2000-01", "x")).isInstanceOf(NotFound.class);
        successions.cancel(officials.actor("admin"), cancelled, "Quyết định được thay thế.");
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(cancelled).singleResult().getDeleteReason())
                .isEqualTo("Quyết định được thay thế.");
        past(day.atStartOfDay(clock.getZone()).toInstant());
        assertThat(openOf(one)).isEmpty();
        assertThat(openOf(two)).as("its decision was given up").isNotEmpty();
        assertThat(organisation.unit(one).active()).isFalse();
        assertThat(openTasks(issued + "/" + one)).as("dissolved: closed, because the heir answers itself").isEmpty();
        assertThatThrownBy(() -> successions.cancel(officials.actor("admin"), succession, "Muộn.")).isInstanceOf(ConflictRefusal.class);
    }

    @Test
    void anHeirThatCannotTakeOverIsAnIncidentUntilItCan() {
        heir = units.add("ba");
        String issued = issued();
        LocalDate day = today().plusDays(1);
        String succession = declare(SuccessionKind.MERGE, List.of(one), List.of(heir), day, false);
        units.active(heir, false);
        jobs.tolerate("không còn hoạt động");
        past(day.atStartOfDay(clock.getZone()).toInstant());
        jobs.tolerate(null);
        failToIncident(succession, "không còn hoạt động hoặc không có tài khoản");
        assertThat(successions.get(succession).status()).isEqualTo("SCHEDULED");
        assertThat(openOf(one)).as("nothing has moved").isNotEmpty();
        assertThat(organisation.unit(one).active()).isTrue();
        units.active(heir, true);
        retryAsSupervisor(succession);
        assertThat(successions.get(succession).status()).isEqualTo("DONE");
        assertThat(openOf(one)).isEmpty();
        assertThat(queries.response(issued, one).status()).isEqualTo("CANCELLED");
    }

    @Test
    void aUnitThatEndedBeforeItsWorkWasOpenedIsAnsweredForByItsHeir() {
        Map<String, Object> fields = new HashMap<>(planData());
        fields.putAll(Map.of("unitKinds", List.of("COOPERATIVE"), "excludedUnits", List.of("htxtaihoan", "htxyenduong")));
        String code = recordedUnopened(nextNumber() + "/KH-UBND", json.convertValue(fields, vn.giaouoc.campaign.Plan.class));
        issue(code);
        heir = units.add("ba");
        declare(SuccessionKind.MERGE, List.of(one), List.of(heir), today(), false);
        jobs.runDue();
        assertThat(openTasks(code + "/" + one)).containsExactly("userTask_writeResponse");
        assertThat(openOf(heir)).hasSize(1);
        assertThat(openTasks(code + "/" + heir)).as("the heir was not there when the campaign was issued").isEmpty();
        amendedItStaysWithTheHeir(code);
    }

    /** The former unit is in scope as its heir is; the heir takes part through it and is not asked besides. */
    private void amendedItStaysWithTheHeir(String code) {
        cases.change(code, ChangeKind.AMEND, "chuyenvien", Map.of("reason", "Cho rõ hơn.", "purpose", "Rõ hơn."));
        cases.sign(code + "/DC1");
        assertThat(openTasks(code + "/" + one)).containsExactly("userTask_writeResponse");
        assertThat(queries.response(code, one).status()).isEqualTo("OPEN");
        assertThat(openTasks(code + "/" + heir)).isEmpty();
        assertThat(openTasks(code + "/TD1/" + one)).containsExactly("userTask_readNotice");
        assertThat(openOf(heir)).hasSize(2);
    }

    @Test
    void movingATaskCostsTheSameAmongManyAsAmongFew() {
        heir = units.add("ba");
        Meter meter = new Meter(postgres, "postgres");
        String issued = issued();
        Cost few = moving(meter, issued, one, 40);
        Cost many = moving(meter, issued, two, 160);
        assertThat(many.statements()).as("statements per task").isLessThan(1.25 * few.statements());
        assertThat(many.statements()).as("statements per task, in all").isLessThan(25);
    }

    private Cost moving(Meter meter, String issued, String former, int notices) {
        IntStream.range(0, notices).forEach(i -> runtime.startProcessInstanceByKey("unit-notice", issued + "/TD" + (100 + i) + "/"
                + former, Map.of(
                "caseCode", issued, "campaignTitle", TITLE, "unitName", former, "unitGroup", "unit-" + former,
                "noticeDueAt", Date.from(clock.instant().plus(Duration.ofDays(3))))));
        Cost cost = meter.measure(() -> declare(SuccessionKind.MERGE, List.of(former), List.of(heir), today(), false)).per(notices);
        assertThat(openOf(former)).isEmpty();
        return cost;
    }

    // ---- words ------------------------------------------------------------------------------------------------------

    /** A campaign open to the throw-away units, which also report. */
    private String issued() {
        return cases.issuedOutside(Map.of("unitKinds", List.of("COOPERATIVE"), "excludedUnits", List.of("htxtaihoan", "htxyenduong")));
    }

    private String declare(SuccessionKind kind, List<String> from, List<String> to, LocalDate on, boolean people) {
        String code = successions.declare(officials.actor("admin"), new SuccessionDraft(kind, from, to,
                kind == SuccessionKind.MERGE ? null : heir, on, "12/QĐ-UBND", today(), "UBND tỉnh", "Sắp xếp tổ chức.", people));
        jobs.runDue();
        return code;
    }

    private List<Task> openOf(String unit) {
        return tasks.createTaskQuery().taskCandidateGroupIn(List.of(groups(unit))).includeAssignedTasks().list();
    }

    private static String[] groups(String unit) {
        return new String[] {"unit-" + unit, "unit-" + unit + "-lead"};
    }

    private String nameShown(String businessKey) {
        return (String) runtime.getVariable(instance(businessKey), "unitName");
    }

    private String claim(String businessKey, String user) {
        return claim(tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult(), user);
    }

    private String claim(Task task, String user) {
        officials.as(user, () -> {
            tasks.claim(task.getId(), user);
            return null;
        });
        return task.getId();
    }

    private void typed(String user, String task, Map<String, Object> data) {
        officials.as(user, () -> forms.save(officials.actor(user), task, json.valueToTree(data)));
    }
}
