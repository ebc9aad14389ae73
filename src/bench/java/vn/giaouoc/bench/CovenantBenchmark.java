package vn.giaouoc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.signature.SignatureChain;
import vn.giaouoc.test.Cost;
import vn.giaouoc.test.Meter;
import vn.giaouoc.test.Officials;

/** Forty blocs of twelve members, composed by one decision, each brought to a covenant that all have signed: cost and errors. */
class CovenantBenchmark extends Bench {

    private static final int BLOCS = Integer.getInteger("bench.blocs", 40);
    private static final int MEMBERS = 12;

    @Autowired
    EmbeddedPostgres postgres;
    @Autowired
    Officials officials;
    @Autowired
    BlocYears years;
    @Autowired
    CovenantQueries covenants;
    @Autowired
    CovenantSigning signing;
    @Autowired
    SignatureChain chain;
    @Autowired
    Attachments attachments;
    @Autowired
    ManagementService management;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private Meter meter;

    @Test
    void everyBlocSignsItsCovenant() {
        meter = new Meter(postgres, "postgres");
        List<List<String>> blocs = blocs(new Province(jdbc).communes("k", BLOCS * MEMBERS));
        String code = officials.start("chuyenvien", "bloc-composition", Map.of("route", "OUTSIDE", "year", LocalDate.now(clock).getYear()));
        officials.complete("chuyenvien", code, "userTask_recordComposition", decision(blocs));
        print("opening, per bloc", meter.measure(this::jobs), BLOCS);
        List<String> keys = years.ofComposition(code).stream().map(BlocYearView::code).map(year -> CovenantKey.of(year, 1)).toList();
        assertThat(keys).hasSize(BLOCS);
        Cost signatures = Cost.NONE;
        Cost before = Cost.NONE;
        for (int i = 0; i < BLOCS; i++) {
            String key = keys.get(i);
            List<String> units = blocs.get(i);
            before = before.plus(meter.measure(() -> agree(key, units)));
            signatures = signatures.plus(meter.measure(() -> units.forEach(unit -> sign(key, unit))));
            jobs();
            if ((i + 1) % 10 == 0) {
                say("%d of %d covenants signed", i + 1, BLOCS);
            }
        }
        print("to the conference, per bloc", before, BLOCS);
        print("signing, per member", signatures, BLOCS * MEMBERS);
        noErrors(keys);
    }

    private static List<List<String>> blocs(List<String> units) {
        return IntStream.range(0, BLOCS).mapToObj(i -> units.subList(i * MEMBERS, (i + 1) * MEMBERS)).toList();
    }

    private Map<String, Object> decision(List<List<String>> blocs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < BLOCS; i++) {
            List<Map<String, Object>> members = new ArrayList<>();
            blocs.get(i).forEach(unit -> members.add(Map.of("unit", unit, "role", members.isEmpty() ? "HEAD" : members.size() == 1 ? "DEPUTY" : "MEMBER")));
            rows.add(Map.of("blocCode", "cum-" + i, "kind", "CUM", "name", "Cụm thi đua số " + i, "members", members));
        }
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        String file = attachments.upload(officials.actor("chuyenvien"), "quyet-dinh.pdf", pdf).id().toString();
        return Map.of("title", "Về việc thành lập các cụm thi đua", "blocs", rows, "issuer", "UBND tỉnh", "number", "45/QĐ-UBND",
                "issueDate", LocalDate.now(clock).toString(), "signerName", "Nguyễn Văn Thành", "signerTitle", "Chủ tịch",
                "files", List.of(Map.of("id", file, "name", "quyet-dinh.pdf")));
    }

    /** From the head unit's draft to the conference that agrees. */
    private void agree(String key, List<String> units) {
        String head = "canbo." + units.get(0);
        officials.complete(head, key, "userTask_draftCovenant", content());
        jobs();
        units.forEach(unit -> officials.complete("canbo." + unit, CovenantKey.part(key, unit), "userTask_commentCovenant", Map.of("agrees", true)));
        jobs();
        officials.complete(head, key, "userTask_reviseCovenant", content());
        jobs();
        units.forEach(unit -> officials.complete("canbo." + unit, CovenantKey.part(key, unit), "userTask_registerTargets",
                Map.of("staff", 40, "titles", List.of(Map.of("title", "LDTT", "count", 38)))));
        jobs();
        officials.complete(head, key, "userTask_holdConference", Map.of("date", LocalDate.now(clock).toString(), "place", "Hội trường",
                "minutes", "Các đơn vị thống nhất.", "agreed", true, "attendance", units.stream().map(unit -> Map.of("unit", unit, "present", true,
                        "representative", "Nguyễn Văn A", "position", "Chủ tịch")).toList(), "points", List.of(), "votes", List.of(), "files", List.of()));
        jobs();
    }

    private static Map<String, Object> content() {
        return new HashMap<>(Map.of("plan", "Họp khối mỗi quý.", "commitments", List.of("Hoàn thành nhiệm vụ năm."), "targets", List.of(
                target("t1", "LDTT", 95, "STAFF"), target("t2", "CSTDCS", 15, "t1"))));
    }

    private static Map<String, Object> target(String id, String measure, int value, String base) {
        return Map.of("id", id, "measure", measure, "name", "Chỉ tiêu " + measure, "comparator", "AT_LEAST", "value", value, "unit", "%",
                "base", base, "direction", "UP", "rounding", "UP", "scope", "EACH_MEMBER");
    }

    /** What a head does: proves who signs, takes the task, completes it. */
    private void sign(String key, String unit) {
        String person = "thutruong." + unit;
        String digest = covenants.get(key).digest();
        signing.proveIdentity(officials.actor(person), key, unit, "trial", digest);
        officials.complete(person, CovenantKey.part(key, unit), "userTask_signCovenant", Map.of("decision", "SIGN", "ground", "HEAD", "digest", digest));
    }

    private void noErrors(List<String> keys) {
        assertThat(keys).allSatisfy(key -> assertThat(covenants.get(key).status()).isEqualTo(CovenantStatus.SIGNED));
        assertThat(runtime.createIncidentQuery().count()).as("incidents").isZero();
        assertThat(chain.verify().intact()).isTrue();
        say("%d covenants signed by %d members, no errors, chain intact", keys.size(), keys.size() * MEMBERS);
    }

    private void jobs() {
        JobRun.due(management);
    }

    private static void print(String what, Cost cost, int number) {
        Cost one = cost.per(number);
        say("%-28s %,8.1f statements  %,8.1f rows  %,8.0f KB allocated  %,8.1f KB WAL  %,8.1f ms", what, one.statements(), one.rows(),
                one.allocated() / 1024, one.wal() / 1024, one.nanos() / 1e6);
    }
}
