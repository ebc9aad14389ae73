package vn.giaouoc.hostile;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.hostile.LiveCases.Live;
import vn.giaouoc.organisation.Handover;
import vn.giaouoc.organisation.SuccessionKind;
import vn.giaouoc.organisation.SuccessionListener;
import vn.giaouoc.platform.time.TrialClock;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** Covenants that stand at every user task of a bloc's year; the blocs of two units each take years nobody else uses. */
class LiveCovenants extends LiveWork {

    private static final String HEAD = "hoiphunu";
    private static final String OTHER = "hoinongdan";
    private static final List<String> UNITS = List.of(HEAD, OTHER);

    private final BlocYears years;
    private final CovenantQueries covenants;
    private final CovenantSigning signing;
    private final List<SuccessionListener> listeners;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    LiveCovenants(Officials officials, Jobs jobs, Attachments attachments, BlocYears years, CovenantQueries covenants, CovenantSigning signing,
                  TaskService tasks, List<SuccessionListener> listeners,
                  TransactionTemplate transaction, JdbcClient jdbc, TrialClock trialClock, Clock clock) {
        super(officials, jobs, attachments, tasks, trialClock, clock);
        this.years = years;
        this.covenants = covenants;
        this.signing = signing;
        this.listeners = listeners;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** What moves the clock comes first: the others wait for nothing that is due. */
    List<Live> all() {
        List<Live> live = new ArrayList<>();
        missing(live);
        recorded(live);
        annex(live);
        rounds(live);
        signing(live);
        return live;
    }

    /** A covenant that is being signed. @return the code of its bloc's year */
    String year() {
        String key = signed(free());
        return key.substring(0, key.indexOf('/'));
    }

    /** A bloc of these two whose covenant is recorded. @param before what happens to the year before that @return the code of its year */
    String recordedYear(String head, String other, Consumer<String> before) {
        List<String> units = List.of(head, other);
        String key = signed(free(head), units);
        units.forEach(unit -> sign(key, unit));
        before.accept(key.substring(0, key.indexOf('/')));
        complete("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        return key.substring(0, key.indexOf('/'));
    }

    private void missing(List<Live> live) {
        String key = signed(free());
        past(covenants.get(key).signDueAt());
        live.add(held("covenant/decideMissing", "chuyenvien", key, Map.of("decision", "EXTEND", "until", today().plusDays(30).toString(),
                "reason", "Theo đề nghị.")));
    }

    private void recorded(List<Live> live) {
        String waiting = signed(free());
        UNITS.forEach(unit -> sign(waiting, unit));
        live.add(held("covenant/recordCovenant", "chuyenvien", waiting, Map.of("decision", "RETURN", "reason", "Ghi rõ nguồn.")));
        String key = signed(free());
        UNITS.forEach(unit -> sign(key, unit));
        String year = key.substring(0, key.indexOf('/'));
        jdbc.sql("update bloc_year set to_date = ? where code = ?").params(today().minusDays(1), year).update(); // over: no review is held
        complete("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        live.add(held("bloc-year/followCovenant", "canbo." + HEAD, year, Map.of()));
    }

    private void rounds(List<Live> live) {
        live.add(held("covenant/draftCovenant", "canbo." + HEAD, begun(free()), content()));
        live.add(held("covenant-member/commentCovenant", "canbo." + OTHER, drafted(free()) + "/" + OTHER, Map.of("agrees", false,
                "text", "Bổ sung chỉ tiêu.", "files", List.of(file("canbo." + OTHER)))));
        String revising = drafted(free());
        UNITS.forEach(unit -> comment(revising, unit));
        Map<String, Object> revised = content();
        revised.put("answers", Map.of(OTHER, "Tiếp thu."));
        live.add(held("covenant/reviseCovenant", "canbo." + HEAD, revising, revised));
        live.add(held("covenant-member/registerTargets", "canbo." + OTHER, revised(free()) + "/" + OTHER, registration()));
        live.add(held("covenant/holdConference", "canbo." + HEAD, registered(free()), conference(UNITS)));
    }

    private void signing(List<Live> live) {
        String key = signed(free());
        live.add(held("covenant/followSigning", "canbo." + HEAD, key, Map.of("reason", "Sai tên đơn vị.")));
        Live sign = held("covenant-member/signCovenant", "thutruong." + OTHER, key + "/" + OTHER, Map.of("decision", "SIGN", "ground", "HEAD",
                "document", "", "scope", "", "digest", covenants.get(key).digest(), "reason", ""));
        live.add(sign.provenBy(() -> prove(key, OTHER)));
        String refused = signed(free());
        complete("thutruong." + OTHER, refused + "/" + OTHER, "userTask_signCovenant", Map.of("decision", "REFUSE", "reason", "Quá cao."));
        live.add(held("covenant/resolveRefusal", "canbo." + HEAD, refused, Map.of("decision", "KEEP", "answers", Map.of(OTHER, "Đã thống nhất."),
                "reason", "")));
        String paper = signed(free());
        signing.signedOnPaper(officials.actor("canbo." + HEAD), paper, UUID.fromString(file("canbo." + HEAD).get("id")), List.of(OTHER));
        live.add(held("covenant-member/confirmPaper", "thutruong." + OTHER, paper + "/" + OTHER, Map.of("confirmed", false, "reason", "Không dự.")));
    }

    /** A unit takes the place of a member that has signed; that member is in no other of these blocs. */
    private void annex(List<Live> live) {
        List<String> units = List.of(HEAD, "tinhdoan");
        String key = signed(free(), units);
        sign(key, "tinhdoan");
        var room = listeners.stream().filter(listener -> listener.getClass().getName().contains("CovenantSuccession")).findFirst().orElseThrow();
        transaction.executeWithoutResult(status -> room.succeeded(new Handover("TC-2021-98", SuccessionKind.MERGE, "tinhdoan", List.of("ldld"),
                "ldld", today(), "Quyết định 13/QĐ-UBND.")));
        jobs.runDue();
        String digest = signing.annex(key + "/PL1").digest();
        Live sign = held("covenant-annex/signAnnex", "thutruong.ldld", key + "/PL1", Map.of("ground", "HEAD", "document", "", "scope", "",
                "digest", digest));
        live.add(sign.provenBy(() -> signing.proveIdentity(officials.actor("thutruong.ldld"), key, "PL1", "trial", digest)));
    }

    // ---- where a covenant stands ------------------------------------------------------------------------------------

    /** A year in which these units are in no bloc yet. */
    private int free() {
        return free(HEAD);
    }

    private int free(String head) {
        return jdbc.sql("select coalesce(max(year), 2003) + 1 from bloc_member where unit_code = ? and year < 2020").param(head).query(Integer.class)
                .single();
    }

    private String begun(int year) {
        return begun(year, UNITS);
    }

    private String begun(int year, List<String> units) {
        String code = officials.start("chuyenvien", "bloc-composition", Map.of("route", "OUTSIDE", "year", year));
        complete("chuyenvien", code, "userTask_recordComposition", Map.of("title", "Về việc thành lập khối thi đua", "blocs",
                List.of(Map.of("blocCode", units.get(0) + "-" + year, "kind", "KHOI", "name", "Khối của phép thử", "members", List.of(
                        Map.of("unit", units.get(0), "role", "HEAD"), Map.of("unit", units.get(1), "role", "MEMBER")))), "issuer", "UBND tỉnh",
                "number", (units.get(0).equals(HEAD) ? 7000 : 7100) + year + "/QĐ-UBND", "issueDate", today().toString(), "signerName", "Nguyễn Văn Thành", "signerTitle", "Chủ tịch",
                "reasons", Map.of("B11", "Theo đề nghị của khối.", "C05", "Ngày nghỉ."), "files", List.of(file("chuyenvien"))));
        String bloc = years.ofComposition(code).get(0).code();
        jdbc.sql("update bloc_year set to_date = ? where code = ?").params(today().plusDays(300), bloc).update();
        return bloc + "/GU1";
    }

    private String drafted(int year) {
        return drafted(year, UNITS);
    }

    private String drafted(int year, List<String> units) {
        String key = begun(year, units);
        complete("canbo." + units.get(0), key, "userTask_draftCovenant", content());
        return key;
    }

    private String revised(int year) {
        return revised(year, UNITS);
    }

    private String revised(int year, List<String> units) {
        String key = drafted(year, units);
        units.forEach(unit -> comment(key, unit));
        complete("canbo." + units.get(0), key, "userTask_reviseCovenant", content());
        return key;
    }

    private String registered(int year) {
        return registered(year, UNITS);
    }

    private String registered(int year, List<String> units) {
        String key = revised(year, units);
        units.forEach(unit -> complete("canbo." + unit, key + "/" + unit, "userTask_registerTargets", registration()));
        return key;
    }

    private String signed(int year) {
        return signed(year, UNITS);
    }

    private String signed(int year, List<String> units) {
        String key = registered(year, units);
        complete("canbo." + units.get(0), key, "userTask_holdConference", conference(units));
        return key;
    }

    private void comment(String key, String unit) {
        complete("canbo." + unit, key + "/" + unit, "userTask_commentCovenant", Map.of("agrees", true));
    }

    private void sign(String key, String unit) {
        prove(key, unit);
        complete("thutruong." + unit, key + "/" + unit, "userTask_signCovenant", Map.of("decision", "SIGN", "ground", "HEAD",
                "digest", covenants.get(key).digest()));
    }

    private void prove(String key, String unit) {
        signing.proveIdentity(officials.actor("thutruong." + unit), key, unit, "trial", covenants.get(key).digest());
    }

    // ---- what people hand in ----------------------------------------------------------------------------------------

    private static Map<String, Object> content() {
        return new HashMap<>(Map.of("plan", "Họp khối mỗi quý.", "rules", "Trưởng khối chủ trì.", "commitments", List.of("Tham mưu kịp thời."),
                "targets", List.of(Map.of("id", "t1", "measure", "LDTT", "name", "Lao động tiên tiến", "comparator", "AT_LEAST", "value", 95,
                        "unit", "%", "base", "STAFF", "direction", "UP", "rounding", "UP", "scope", "EACH_MEMBER"))));
    }

    private static Map<String, Object> registration() {
        return Map.of("staff", 200, "titles", List.of(Map.of("title", "LDTT", "count", 190)), "initiatives", List.of("Số hóa hồ sơ"),
                "models", List.of("Tổ tự quản"), "targets", List.of(Map.of("targetId", "t1", "value", 96)), "note", "Không.");
    }

    private Map<String, Object> conference(List<String> units) {
        return Map.of("date", today().toString(), "place", "Hội trường", "minutes", "Đã thảo luận.", "agreed", true,
                "attendance", units.stream().map(unit -> Map.of("unit", unit, "present", true, "representative", "Chủ tịch", "position", "Chủ tịch")).toList(),
                "points", List.of(Map.of("text", "Chỉ tiêu", "conclusion", "Giữ nguyên.")),
                "votes", List.of(Map.of("subject", "Nội dung", "agree", 2, "disagree", 0, "abstain", 0)), "files", List.of(file("canbo." + units.get(0))));
    }
}
