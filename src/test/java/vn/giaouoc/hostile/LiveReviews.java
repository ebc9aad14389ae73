package vn.giaouoc.hostile;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.hostile.LiveCases.Live;
import vn.giaouoc.platform.time.TrialClock;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewPlans;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.review.ReviewSigning;
import vn.giaouoc.review.Reviews;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** Mid-term reviews that stand at every user task; the covenants before them are those of {@link LiveCovenants}. */
class LiveReviews extends LiveWork {

    private static final String HEAD = "ubmttq";
    private static final String OTHER = "vptu";

    private final LiveCovenants covenants;
    private final Reviews reviews;
    private final ReviewPlans plans;
    private final ReviewQueries queries;
    private final ReviewSigning signing;

    LiveReviews(AutowireCapableBeanFactory beans, Officials officials, Jobs jobs, Attachments attachments, Reviews reviews, ReviewPlans plans,
                ReviewQueries queries, ReviewSigning signing, TaskService tasks, TrialClock trialClock, Clock clock) {
        super(officials, jobs, attachments, tasks, trialClock, clock);
        this.covenants = beans.createBean(LiveCovenants.class);
        this.reviews = reviews;
        this.plans = plans;
        this.queries = queries;
        this.signing = signing;
    }

    /** One for each form; nothing moves the clock. */
    List<Live> all() {
        List<Live> live = new ArrayList<>();
        inspected(live);
        String member = begun(false);
        write(member, OTHER);
        live.add(held("review-member/approveReview", "thutruong." + OTHER, ReviewKey.part(member, OTHER),
                Map.of("decision", "RETURN", "reason", "Bổ sung minh chứng.")));
        live.add(held("review-member/writeReview", "canbo." + HEAD, ReviewKey.part(member, HEAD), report(HEAD)));
        live.add(held("mid-term-review/consolidate", "canbo." + HEAD, reported(false), summary()));
        live.add(held("mid-term-review/holdConference", "canbo." + HEAD, consolidated(), conference()));
        live.add(held("mid-term-review/draftReport", "canbo." + HEAD, met(), words()));
        String key = drafted();
        Live sign = held("mid-term-review/signReport", "thutruong." + HEAD, key, Map.of("decision", "SIGN", "ground", "HEAD", "document", "",
                "scope", "", "digest", queries.get(key).digest(), "reason", ""));
        live.add(sign.provenBy(() -> prove(key)));
        String signed = drafted();
        prove(signed);
        complete("thutruong." + HEAD, signed, "userTask_signReport", Map.of("decision", "SIGN", "ground", "HEAD", "digest",
                queries.get(signed).digest()));
        live.add(held("mid-term-review/receiveReport", "chuyenvien", signed, Map.of("decision", "RETURN", "reason", "Thiếu phương hướng.")));
        return live;
    }

    private void inspected(List<Live> live) {
        live.add(held("mid-term-review/assignInspections", "canbo." + HEAD, reported(true), pairs()));
        String key = reported(true);
        complete("canbo." + HEAD, key, "userTask_assignInspections", pairs());
        live.add(held("review-inspection/recordFindings", "canbo." + HEAD, ReviewKey.inspection(key, 1), findings(HEAD)));
        complete("canbo." + OTHER, ReviewKey.inspection(key, 2), "userTask_recordFindings", findings(OTHER));
        live.add(held("review-inspection/answerFindings", "canbo." + HEAD, ReviewKey.inspection(key, 2), Map.of("agrees", false,
                "comment", "Ghi rõ số văn bản.")));
    }

    // ---- where a review stands --------------------------------------------------------------------------------------

    private String begun(boolean inspection) {
        String year = covenants.recordedYear(HEAD, OTHER, bloc -> plans.set(officials.actor("canbo." + HEAD), bloc, today().plusDays(250), inspection));
        reviews.begin(officials.actor("canbo." + HEAD), year);
        jobs.runDue();
        return ReviewKey.of(year);
    }

    private String reported(boolean inspection) {
        String key = begun(inspection);
        for (String unit : List.of(HEAD, OTHER)) {
            write(key, unit);
            complete("thutruong." + unit, ReviewKey.part(key, unit), "userTask_approveReview", Map.of("decision", "APPROVE"));
        }
        return key;
    }

    private void write(String key, String unit) {
        complete("canbo." + unit, ReviewKey.part(key, unit), "userTask_writeReview", report(unit));
    }

    private String consolidated() {
        String key = reported(false);
        complete("canbo." + HEAD, key, "userTask_consolidate", summary());
        return key;
    }

    private String met() {
        String key = consolidated();
        complete("canbo." + HEAD, key, "userTask_holdConference", conference());
        return key;
    }

    private String drafted() {
        String key = met();
        complete("canbo." + HEAD, key, "userTask_draftReport", words());
        return key;
    }

    private void prove(String key) {
        signing.proveIdentity(officials.actor("thutruong." + HEAD), key, "trial", queries.get(key).digest());
    }

    // ---- what people hand in ----------------------------------------------------------------------------------------

    private Map<String, Object> report(String unit) {
        Map<String, Object> figure = new HashMap<>(Map.of("targetId", "t1", "value", 90, "note", "Chờ bình xét.", "overrideReason", ""));
        return new HashMap<>(Map.of("figures", List.of(figure), "results", "Hoàn thành nhiệm vụ.", "difficulties", "Không.", "proposals", "Không.",
                "models", List.of(Map.of("kind", "COLLECTIVE", "name", "Chi hội 1", "achievement", "Dẫn đầu", "fromYear", 2019, "toYear", 2025)),
                "files", List.of(file("canbo." + unit))));
    }

    private static Map<String, Object> summary() {
        return Map.of("overview", "Tốt.", "results", "Tốt.", "limitations", "Không.", "movements", List.of(Map.of("title", "Văn hóa công sở",
                "fromYear", 2019, "toYear", 2025, "results", "Đạt.")), "models", List.of(Map.of("unit", OTHER, "kind", "INDIVIDUAL",
                "name", "Bà A", "achievement", "Giỏi", "fromYear", 2021, "toYear", 2023)));
    }

    private Map<String, Object> conference() {
        Map<String, Object> decided = Map.of("content", "Rà soát", "ownerUnit", OTHER, "dueOn", today().plusDays(30).toString());
        return Map.of("date", today().toString(), "place", "Hội trường", "minutes", "Đã thảo luận.", "attendance",
                List.of(HEAD, OTHER).stream().map(unit -> Map.of("unit", unit, "present", true, "representative", "Chủ tịch",
                        "position", "Chủ tịch")).toList(), "points", List.of(Map.of("text", "Chỉ tiêu", "conclusion", "Giữ nguyên.")),
                "conclusions", List.of(decided), "tasks", List.of(decided), "files", List.of(file("canbo." + HEAD)));
    }

    private Map<String, Object> words() {
        return Map.of("number", "12/BC-HPN", "issueDate", today().toString(), "overview", "Tốt.", "results", "Tốt.", "limitations", "Không.",
                "directions", "Tiếp tục.", "proposals", "Không.");
    }

    private static Map<String, Object> pairs() {
        return Map.of("pairs", List.of(Map.of("inspector", HEAD, "inspected", OTHER), Map.of("inspector",
                OTHER, "inspected", HEAD)), "reasons", Map.of("B17", "Khối chỉ có hai đơn vị."));
    }

    private Map<String, Object> findings(String unit) {
        return Map.of("inspectedOn", today().toString(), "findings", "Đúng số liệu.", "proposals", "Không.", "files", List.of(file("canbo." + unit)));
    }
}
