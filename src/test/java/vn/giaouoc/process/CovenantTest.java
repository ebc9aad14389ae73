package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantRecords;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.covenant.CovenantView;
import vn.giaouoc.covenant.Ground;
import vn.giaouoc.covenant.MemberState;
import vn.giaouoc.covenant.SigningState;
import vn.giaouoc.organisation.Handover;
import vn.giaouoc.organisation.SuccessionKind;
import vn.giaouoc.organisation.SuccessionListener;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.ThrowAwayUnits;
import vn.giaouoc.workflow.form.TaskForms;

/** What the tests of covenants have in common: the words in which they tell what a bloc's officials do. */
abstract class CovenantTest extends ProcessTest {

    /** The first is head, the second deputy. */
    static final List<String> UNITS = List.of("sct", "sxd", "sgtvt", "stnmt");

    @LocalServerPort
    int port;
    @Autowired
    TaskForms taskForms;
    @Autowired
    CovenantQueries covenants;
    @Autowired
    CovenantSigning signing;
    @Autowired
    CovenantRecords records;
    @Autowired
    BlocYears years;
    @Autowired
    List<SuccessionListener> listeners;
    @Autowired
    TransactionTemplate transaction;

    /** A bloc of these units, its year begun; each test takes a year of its own. @return the key of its first covenant */
    String begun(int year, List<String> units) {
        return CovenantKey.of(composed(year, units), 1);
    }

    /** @return the code of the bloc's year */
    String composed(int year, List<String> units) {
        return composed(year, "khoi-" + year + "-" + units.get(0), units);
    }

    /** One bloc of several in a year. @return the code of the bloc's year */
    String composed(int year, String bloc, List<String> units) {
        List<Map<String, Object>> members = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            members.add(Map.of("unit", units.get(i), "role", i == 0 ? "HEAD" : i == 1 ? "DEPUTY" : "MEMBER"));
        }
        String code = officials.start("chuyenvien", "bloc-composition", Map.of("route", "OUTSIDE", "year", year));
        officials.complete("chuyenvien", code, "userTask_recordComposition", Map.of("title", "Về việc thành lập khối thi đua", "blocs",
                List.of(Map.of("blocCode", bloc, "kind", "KHOI", "name", "Khối thi đua số " + year, "members", members)),
                "issuer", "UBND tỉnh", "number", nextNumber() + "/QĐ-UBND", "issueDate", today().toString(), "signerName", "Nguyễn Văn Thành",
                "signerTitle", "Chủ tịch", "files", List.of(file("chuyenvien"))));
        jobs.runDue();
        return years.ofComposition(code).get(0).code();
    }

    /** To the round of comments. */
    String drafted(int year, List<String> units) {
        String key = begun(year, units);
        draft(key, units.get(0));
        return key;
    }

    /** To the round of registrations; everybody agrees. */
    String revised(int year, List<String> units) {
        String key = drafted(year, units);
        units.forEach(unit -> comment(key, unit, true, null));
        revise(key, units.get(0));
        return key;
    }

    /** To the conference. */
    String registered(int year, List<String> units) {
        String key = revised(year, units);
        units.forEach(unit -> register(key, unit));
        return key;
    }

    /** To the signing. */
    String agreed(int year, List<String> units) {
        String key = registered(year, units);
        hold(key, units, true);
        return key;
    }

    /** To a recorded covenant: the bloc's year goes on. @return its code */
    String recordedYear(int year, List<String> units) {
        String key = agreed(year, units);
        units.forEach(unit -> sign(key, unit));
        decide("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        return CovenantKey.parse(key).blocYear();
    }

    void draft(String key, String head) {
        officials.complete("canbo." + head, key, "userTask_draftCovenant", content());
        jobs.runDue();
    }

    void comment(String key, String unit, boolean agrees, String text) {
        Map<String, Object> data = new HashMap<>(Map.of("agrees", agrees));
        data.put("text", text);
        officials.complete("canbo." + unit, part(key, unit), "userTask_commentCovenant", data);
        jobs.runDue();
    }

    void revise(String key, String head) {
        revise(key, head, Map.of());
    }

    /** @param fields of the content that differ, and answers */
    void revise(String key, String head, Map<String, Object> fields) {
        Map<String, Object> data = content();
        data.putAll(fields);
        officials.complete("canbo." + head, key, "userTask_reviseCovenant", data);
        jobs.runDue();
    }

    void register(String key, String unit) {
        officials.complete("canbo." + unit, part(key, unit), "userTask_registerTargets", registration());
        jobs.runDue();
    }

    void hold(String key, List<String> units, boolean agreed) {
        officials.complete("canbo." + units.get(0), key, "userTask_holdConference", conference(units, agreed));
        jobs.runDue();
    }

    void sign(String key, String unit) {
        prove(key, unit);
        officials.complete("thutruong." + unit, part(key, unit), "userTask_signCovenant", signature(key));
        jobs.runDue();
    }

    /** The password goes its own way, before the form. */
    void prove(String key, String unit) {
        signing.proveIdentity(officials.actor("thutruong." + unit), key, unit, ThrowAwayUnits.password(unit), covenant(key).digest());
    }

    void refuse(String key, String unit, String reason) {
        officials.complete("thutruong." + unit, part(key, unit), "userTask_signCovenant", Map.of("decision", "REFUSE", "reason", reason));
        jobs.runDue();
    }

    /** Sở Nội vụ or the head unit decides. */
    void decide(String user, String key, String task, Map<String, Object> data) {
        officials.complete(user, key, task, data);
        jobs.runDue();
    }

    /** What the covenants' room does when a unit has ended; the units themselves stay, other tests need them. */
    void succeeded(String from, String to) {
        succeeded("CovenantSuccession", from, to);
    }

    /** @param listener the one feature that hears of it */
    void succeeded(String listener, String from, String to) {
        succeeded(listener, SuccessionKind.MERGE, from, List.of(to));
    }

    /** @param to the first works for the former unit from now on */
    void split(String from, List<String> to) {
        succeeded("CovenantSuccession", SuccessionKind.SPLIT, from, to);
    }

    private void succeeded(String listener, SuccessionKind kind, String from, List<String> to) {
        var room = listeners.stream().filter(one -> one.getClass().getName().contains(listener)).findFirst().orElseThrow();
        transaction.executeWithoutResult(status -> room.succeeded(new Handover("TC-2021-99", kind, from, to, to.get(0), today(),
                "Quyết định 12/QĐ-UBND về sắp xếp tổ chức.")));
        jobs.runDue();
    }

    /** As the form does it: what it shows, the password on its own way, then the task. */
    void signAnnex(String key, String annex, String unit) {
        String digest = signing.annex(key + "/" + annex).digest();
        String user = "thutruong." + unit;
        String task = tasks.createTaskQuery().processInstanceBusinessKey(key + "/" + annex).singleResult().getId();
        assertThat(officials.as(user, () -> taskForms.load(officials.actor(user), task)).get("view"))
                .extracting("grounds").isEqualTo(List.of(Ground.HEAD));
        assertThat(Http.session(port, user, ThrowAwayUnits.password(unit)).send("POST", "/api/forms/covenants/" + key + "/identity",
                "{\"unit\":\"%s\",\"password\":\"%s\",\"digest\":\"%s\"}".formatted(annex, ThrowAwayUnits.password(unit), digest)).statusCode()).isEqualTo(204);
        officials.complete(user, key + "/" + annex, "userTask_signAnnex", Map.of("ground", "HEAD", "digest", digest));
        jobs.runDue();
        assertThat(running(key + "/" + annex)).isFalse();
    }

    Map<String, Object> content() {
        return new HashMap<>(Map.of("plan", "Họp khối mỗi quý.", "rules", "Trưởng khối chủ trì.",
                "commitments", List.of("Tham mưu, tổng hợp kịp thời cho UBND tỉnh.", "Học tập và làm theo tư tưởng Hồ Chí Minh về thi đua."),
                "targets", List.of(target("t1", "LDTT", "AT_LEAST", 95, "STAFF"), target("t2", "CSTDCS", "EXACTLY", 15, "t1"),
                        done("t3", "CONG_SO_VAN_HOA"))));
    }

    static Map<String, Object> target(String id, String measure, String comparator, int value, String base) {
        return Map.of("id", id, "measure", measure, "name", "Chỉ tiêu " + measure, "comparator", comparator, "value", value, "unit", "%",
                "base", base, "direction", "UP", "rounding", "UP", "scope", "EACH_MEMBER");
    }

    static Map<String, Object> done(String id, String measure) {
        return Map.of("id", id, "measure", measure, "name", "Chỉ tiêu " + measure, "comparator", "DONE", "direction", "UP", "rounding", "NONE",
                "scope", "EACH_MEMBER");
    }

    static Map<String, Object> registration() {
        return Map.of("staff", 200, "titles", List.of(Map.of("title", "LDTT", "count", 190), Map.of("title", "CSTDCS", "count", 29)),
                "initiatives", List.of("Số hóa hồ sơ"), "models", List.of("Tổ tự quản"), "targets", List.of(), "note", "Đăng ký của đơn vị.");
    }

    Map<String, Object> conference(List<String> units, boolean agreed) {
        return Map.of("date", today().toString(), "place", "Hội trường Sở Công Thương", "minutes", "Các đơn vị đã thảo luận.", "agreed", agreed,
                "attendance", units.stream().map(unit -> Map.of("unit", unit, "present", true, "representative", "Thủ trưởng", "position", "Giám đốc")).toList(),
                "points", List.of(Map.of("text", "Tỷ lệ CSTĐCS", "conclusion", "Giữ 15 % của LĐTT.")),
                "votes", List.of(Map.of("subject", "Nội dung giao ước", "agree", units.size(), "disagree", 0, "abstain", 0)), "files", List.of());
    }

    Map<String, Object> signature(String key) {
        return Map.of("decision", "SIGN", "ground", "HEAD", "digest", covenant(key).digest());
    }

    static String part(String key, String unit) {
        return CovenantKey.part(key, unit);
    }

    CovenantView covenant(String key) {
        return covenants.get(key);
    }

    CovenantStatus status(String key) {
        return covenant(key).status();
    }

    MemberState member(String key, String unit) {
        return covenant(key).members().stream().filter(member -> member.unitCode().equals(unit)).findFirst().orElseThrow();
    }

    SigningState signed(String key, String unit) {
        return member(key, unit).signing();
    }

    /** The moment until which the open tasks of a part are to be done. */
    Instant variable(String businessKey, String name) {
        return ((Date) runtime.getVariable(runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).singleResult().getId(), name))
                .toInstant();
    }

    boolean running(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).count() > 0;
    }

    void assertTasks(String businessKey, String... userTasks) {
        assertThat(openTasks(businessKey)).as("open tasks of " + businessKey).containsExactlyInAnyOrder(userTasks);
    }
}
