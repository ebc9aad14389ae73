package vn.giaouoc.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.organisation.PersonData.Membership;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;
import vn.giaouoc.test.ThrowAwayUnits;

class SuccessionsIT extends IntegrationTest {

    @LocalServerPort
    int port;
    @Autowired
    Successions successions;
    @Autowired
    Organisation organisation;
    @Autowired
    OrganisationAdmin organisationAdmin;
    @Autowired
    Heirs heirs;
    @Autowired
    ThrowAwayUnits units;
    @Autowired
    Officials officials;
    @Autowired
    Jobs jobs;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    ObjectMapper json;
    @Autowired
    Clock clock;

    private Actor admin;
    private String a;
    private String b;
    private String c;
    private String d;

    @BeforeEach
    void fourUnits() {
        admin = officials.actor("admin");
        a = units.add("a");
        b = units.add("b");
        c = units.add("c");
        d = units.add("d");
    }

    @AfterEach
    void remove() {
        units.remove();
    }

    @Test
    void aChainOfSuccessionsLeadsToTheUnitThatWorksToday() {
        declare(merge(List.of(a), b, today()));
        declare(merge(List.of(b), c, today()));
        assertThat(organisation.current(a)).isEqualTo(c);
        assertThat(organisation.current(List.of(a, b, c, "sgddt", "khongco")))
                .isEqualTo(Map.of(a, c, b, c, c, c, "sgddt", "sgddt", "khongco", "khongco"));
        assertThat(organisation.former(c)).containsExactly(a, b);
        assertThat(organisation.former(b)).containsExactly(a);
        assertThat(organisation.worksFor(c)).containsExactly(a, b);
        assertThat(organisation.worksFor(b)).as("it does no work any more").isEmpty();
        assertThat(organisation.names(List.of(a)).get(a)).as("papers say what they said").isEqualTo(ThrowAwayUnits.name(a));
        assertThat(organisation.namesToday(List.of(a)).get(a)).isEqualTo(ThrowAwayUnits.name(a) + " (nay là " + ThrowAwayUnits.name(c) + ")");
        assertThat(organisation.readiness(List.of(a)).get(a).ready()).as("as its heir is").isTrue();
        assertThat(heirs.groups(List.of("unit-" + a, "unit-" + a + "-lead", "unit-" + b, "snv-specialist")))
                .containsExactly("unit-" + c, "unit-" + c + "-lead", "snv-specialist");
        assertThat(successions.leadingTo(c)).hasSize(2);
        assertThat(officials.actor("canbo." + c).groups()).contains("unit-" + a, "unit-" + b, "unit-" + c);
        assertThat(officials.actor("thutruong." + c).groups()).contains("unit-" + a + "-lead", "unit-" + b + "-lead");
        assertThat(officials.actor("canbo." + b).groups()).as("left in a former unit").containsExactly("officials");
    }

    @Test
    void aSplitUnitsHistoryIsThatOfAllItsSuccessorsAndItsWorkThatOfOne() {
        declare(new SuccessionDraft(SuccessionKind.SPLIT, List.of(a), List.of(b, c), c, today(), "1/NQ-HĐND", today(), "HĐND tỉnh", null,
                true));
        assertThat(organisation.current(a)).isEqualTo(c);
        assertThat(organisation.former(b)).containsExactly(a);
        assertThat(organisation.former(c)).containsExactly(a);
        assertThat(organisation.worksFor(b)).isEmpty();
        assertThat(officials.actor("canbo." + a).groups()).as("moved to the heir").contains("unit-" + c).doesNotContain("unit-" + b);
        assertThat(organisation.peopleOf(a)).isEmpty();
    }

    @Test
    void whatIsWrongIsToldAtItsField() {
        assertThat(fields(new SuccessionDraft(null, null, null, null, null, " ", today().plusDays(1), null, null, false)))
                .containsExactly("kind", "effectiveDate", "decisionNumber", "decisionDate", "authority", "from");
        assertThat(fields(merge(List.of(a, a, "khongco"), a, today()))).containsExactly("from[1]", "from[2]", "to[0]");
        assertThat(fields(draft(SuccessionKind.SPLIT, List.of(a, b), List.of(c), null))).containsExactly("from", "to");
        assertThat(fields(draft(SuccessionKind.SPLIT, List.of(a), List.of(b, c), d))).containsExactly("heir");
        assertThat(fields(draft(SuccessionKind.DISSOLVE, List.of(a), List.of(b), b))).containsExactly("note", "to");
        assertThat(fields(new SuccessionDraft(SuccessionKind.DISSOLVE, List.of(a), List.of(), a, today(), "1", today(), "x", "Lý do.",
                false)))
                .containsExactly("heir");
        assertThat(fields(new SuccessionDraft(SuccessionKind.DISSOLVE, List.of(a), List.of(), null, today(), "1", today(), "x", "Lý do.",
                false)))
                .containsExactly("heir");
        units.active(d, false);
        assertThat(fields(merge(List.of(a), d, today()))).containsExactly("to[0]");
        assertThatThrownBy(() -> successions.declare(officials.actor("chuyenvien"), merge(List.of(a), b, today())))
                .isInstanceOf(NotAllowed.class);
        assertThat(successions.list()).isEmpty();
    }

    @Test
    void aUnitEndsOnceAndNeverComesBackToItself() {
        LocalDate later = today().plusDays(30);
        String first = declare(merge(List.of(a), b, later));
        assertThat(fields(merge(List.of(a), c, later))).as("once").containsExactly("from[0]");
        assertThat(fields(merge(List.of(c), a, later))).as("into a unit that ends that day").containsExactly("to[0]");
        assertThat(fields(merge(List.of(b), a, today()))).as("a circle, though one half of it waits").containsExactly("to");
        declare(merge(List.of(b), c, later.minusDays(1)));
        assertThat(fields(merge(List.of(c), a, today()))).as("a longer circle").containsExactly("to");
        successions.cancel(admin, first, "Nhập nhầm.");
        declare(merge(List.of(a), d, today()));
        assertThat(organisation.current(a)).isEqualTo(d);
        assertThatThrownBy(() -> units.active(a, true)).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting(FieldError::field).containsExactly("active"));
        PersonData joins = new PersonData("canbo." + d, "Nguyễn Văn", "Tạm", null, true, List.of(new Membership(a, true)), List.of());
        assertThatThrownBy(() -> organisationAdmin.savePerson(joins)).isInstanceOf(InvalidInput.class).hasMessageContaining("đã sáp nhập");
    }

    /** Whoever gives work at the moment of the succession is waited for; whoever gives work afterwards gives it to the heir. */
    @Test
    void noTaskLandsAtAUnitThatHasJustEnded() throws Exception {
        String code = successions.declare(admin, merge(List.of(a), b, today()));
        CountDownLatch gives = new CountDownLatch(1);
        CountDownLatch given = new CountDownLatch(1);
        CompletableFuture<List<String>> giver = CompletableFuture.supplyAsync(() -> transaction.execute(status -> {
            List<String> first = heirs.groups(List.of("unit-" + a));
            gives.countDown();
            await(given);
            return List.of(first.get(0), heirs.groups(List.of("unit-" + a)).get(0));
        }));
        await(gives);
        CompletableFuture<Void> taking = CompletableFuture.runAsync(() -> successions.takeEffect(code));
        while (jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted").query(Long.class).single() == 0) {
            assertThat(taking).isNotDone();
        }
        given.countDown();
        assertThat(giver.get(30, TimeUnit.SECONDS)).as("the same to the end of its transaction").containsExactly("unit-" + a, "unit-" + a);
        taking.get(30, TimeUnit.SECONDS);
        assertThat(heirs.groups(List.of("unit-" + a))).containsExactly("unit-" + b);
        jobs.runDue();
        assertThat(successions.get(code).status()).isEqualTo("DONE");
    }

    @Test
    void administratorsDeclareAndConnectedSystemsRead() throws Exception {
        String body = json.writeValueAsString(Map.of("kind", "MERGE", "from", List.of(a), "to", List.of(b), "effectiveDate", today()
                .plusDays(9).toString(),
                "decisionNumber", "12/QĐ-UBND", "decisionDate", today().toString(), "authority", "UBND tỉnh", "movePeople", true));
        for (String user : List.of("chuyenvien", "giamsat", "canbo.sgddt", "giamdoc")) {
            assertThat(Http.session(port, user).send("POST", "/api/v1/organisation/successions", body).statusCode()).as(user)
                    .isEqualTo(403);
        }
        Http system = Http.basic(port, "tichhop", "trial");
        assertThat(system.send("POST", "/api/v1/organisation/successions", body).statusCode()).isEqualTo(403);
        Http page = Http.session(port, "admin");
        assertThat(page.forge("POST", "/api/v1/organisation/successions", body).statusCode()).isEqualTo(403);
        var created = page.send("POST", "/api/v1/organisation/successions", body);
        assertThat(created.statusCode()).isEqualTo(201);
        String code = json.readTree(created.body()).path("code").asText();
        assertThat(page.send("POST", "/api/v1/organisation/successions", body).statusCode()).as("once").isEqualTo(422);
        JsonNode read = json.readTree(system.send("GET", "/api/v1/successions/" + code, null).body());
        assertThat(read.path("heir").path("code").asText()).isEqualTo(b);
        assertThat(read.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(read.has("declaredBy")).as("no person").isFalse();
        assertThat(json.readTree(system.send("GET", "/api/v1/successions", null).body())).hasSize(1);
        assertThat(system.send("GET", "/api/v1/successions/TC-1999-01", null).statusCode()).isEqualTo(404);
        assertThat(json.readTree(system.send("GET", "/api/v1/units/" + b + "/history", null).body()).path("unitCode").asText())
                .isEqualTo(b);
        assertThat(Http.session(port, "canbo.sgddt").send("GET", "/api/v1/units/" + b + "/history", null).statusCode()).isEqualTo(404);
        assertThat(Http.anonymous(port).send("GET", "/api/v1/successions", null).statusCode()).isEqualTo(401);
        assertThat(page.send("POST", "/api/v1/organisation/successions/" + code + "/cancellation", "{\"reason\":\" \"}").statusCode())
                .isEqualTo(422);
        assertThat(page.send("POST", "/api/v1/organisation/successions/" + code + "/cancellation", "{\"reason\":\"Nhầm.\"}").statusCode())
                .isEqualTo(204);
        assertThat(page.send("POST", "/api/v1/organisation/successions/" + code + "/cancellation", "{\"reason\":\"Nhầm.\"}").statusCode())
                .isEqualTo(409);
    }

    private String declare(SuccessionDraft draft) {
        String code = successions.declare(admin, draft);
        jobs.runDue();
        return code;
    }

    private List<String> fields(SuccessionDraft draft) {
        try {
            successions.declare(admin, draft);
        } catch (InvalidInput refused) {
            return refused.errors().stream().map(FieldError::field).toList();
        }
        throw new AssertionError("not refused");
    }

    private SuccessionDraft merge(List<String> from, String to, LocalDate on) {
        return new SuccessionDraft(SuccessionKind.MERGE, from, List.of(to), null, on, "12/QĐ-UBND", today(), "UBND tỉnh", null, false);
    }

    private SuccessionDraft draft(SuccessionKind kind, List<String> from, List<String> to, String heir) {
        return new SuccessionDraft(kind, from, to, heir, today(), "12/QĐ-UBND", today(), "UBND tỉnh", null, false);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
