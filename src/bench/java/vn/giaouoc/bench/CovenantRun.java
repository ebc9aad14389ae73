package vn.giaouoc.bench;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.test.Officials;

/** Blocs of twelve communes, from the decision that composes them to a covenant all have signed, by the clicks of their officials. */
@TestComponent
final class CovenantRun {

    static final int MEMBERS = 12;

    private final Officials officials;
    private final CovenantQueries covenants;
    private final CovenantSigning signing;
    private final Attachments attachments;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final Clock clock;

    CovenantRun(Officials officials, CovenantQueries covenants, CovenantSigning signing, Attachments attachments, ManagementService management,
                JdbcClient jdbc, Clock clock) {
        this.officials = officials;
        this.covenants = covenants;
        this.signing = signing;
        this.attachments = attachments;
        this.management = management;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New communes for so many blocs, and nobody else's. @return the units of each bloc, its head first */
    List<List<String>> units(int blocs) {
        List<String> units = new Province(jdbc).communes("k", blocs * MEMBERS);
        return IntStream.range(0, blocs).mapToObj(i -> units.subList(i * MEMBERS, (i + 1) * MEMBERS)).toList();
    }

    /** The decision is entered; its jobs have not run. @return the code of the composition */
    String compose(List<List<String>> blocs) {
        String code = officials.start("chuyenvien", "bloc-composition", Map.of("route", "OUTSIDE", "year", LocalDate.now(clock).getYear()));
        officials.complete("chuyenvien", code, "userTask_recordComposition", decision(blocs));
        return code;
    }

    private Map<String, Object> decision(List<List<String>> blocs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < blocs.size(); i++) {
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
    void agree(String key, List<String> units) {
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
    void sign(String key, String unit) {
        String person = "thutruong." + unit;
        String digest = covenants.get(key).digest();
        signing.proveIdentity(officials.actor(person), key, unit, "trial", digest);
        officials.complete(person, CovenantKey.part(key, unit), "userTask_signCovenant", Map.of("decision", "SIGN", "ground", "HEAD", "digest", digest));
    }

    /** Sở Nội vụ records what all have signed; the bloc's year goes on. */
    void record(String key) {
        officials.complete("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        jobs();
    }

    private void jobs() {
        JobRun.due(management);
    }
}
