package vn.giaouoc.process;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.review.Inspections;
import vn.giaouoc.review.MidTermReviews;
import vn.giaouoc.review.Pair;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewMemberView;
import vn.giaouoc.review.ReviewParts;
import vn.giaouoc.review.ReviewPlans;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.review.ReviewSigning;
import vn.giaouoc.review.ReviewStatus;
import vn.giaouoc.review.ReviewView;
import vn.giaouoc.review.Reviews;
import vn.giaouoc.test.ThrowAwayUnits;

/** What the tests of mid-term reviews have in common: the words in which they tell what a bloc's officials do. */
abstract class ReviewTest extends CovenantTest {

    @Autowired
    Reviews reviews;
    @Autowired
    ReviewPlans reviewPlans;
    @Autowired
    ReviewParts reviewParts;
    @Autowired
    Inspections inspections;
    @Autowired
    ReviewSigning reviewSigning;
    @Autowired
    ReviewQueries reviewQueries;
    @Autowired
    MidTermReviews summaries;

    /** A bloc with a recorded covenant whose period lasts today, whatever year it is called. @return the code of the bloc's year */
    String yearOfToday(int year, List<String> units) {
        String code = recordedYear(year, units);
        lasts(code, today().minusDays(100), today().plusDays(200));
        return code;
    }

    void lasts(String year, LocalDate from, LocalDate to) {
        jdbc.sql("update bloc_year set from_date = ?, to_date = ? where code = ?").params(Date.valueOf(from), Date.valueOf(to), year).update();
    }

    /** Begun by its head unit before its date; members are asked. @return the key of the review */
    String begunReview(String year, String head) {
        reviews.begin(officials.actor("canbo." + head), year);
        jobs.runDue();
        return ReviewKey.of(year);
    }

    void write(String key, String unit, Map<String, Object> data) {
        Map<String, Object> all = new HashMap<>(Map.of("results", "Hoàn thành các nhiệm vụ được giao."));
        all.putAll(data);
        officials.complete("canbo." + unit, ReviewKey.part(key, unit), "userTask_writeReview", all);
        jobs.runDue();
    }

    void decideReview(String key, String unit, String decision, String reason) {
        Map<String, Object> data = new HashMap<>(Map.of("decision", decision));
        data.put("reason", reason);
        officials.complete("thutruong." + unit, ReviewKey.part(key, unit), "userTask_approveReview", data);
        jobs.runDue();
    }

    /** A unit reports and its head approves. */
    void report(String key, String unit, Map<String, Object> data) {
        write(key, unit, data);
        decideReview(key, unit, "APPROVE", null);
    }

    void reportAll(String key, List<String> units) {
        units.forEach(unit -> report(key, unit, Map.of()));
    }

    static Map<String, Object> figure(String target, Object value, String note) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("targetId", target);
        entry.put("value", value);
        entry.put("note", note);
        return entry;
    }

    Map<String, Object> summary() {
        return new HashMap<>(Map.of("overview", "Các đơn vị thực hiện tốt giao ước.", "results", "Cải cách hành chính có chuyển biến.",
                "movements", List.of(Map.of("title", "Thi đua thực hiện văn hóa công sở", "fromYear", 2019, "toYear", 2025, "results", "100 % cơ quan tham gia."),
                        Map.of("title", "Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ", "results", "Đúng tiến độ."))));
    }

    void consolidate(String key, String head, Map<String, Object> fields) {
        Map<String, Object> data = summary();
        data.putAll(fields);
        officials.complete("canbo." + head, key, "userTask_consolidate", data);
        jobs.runDue();
    }

    Map<String, Object> conferenceOf(String key) {
        return new HashMap<>(Map.of("date", today().toString(), "place", "Hội trường tầng 2", "minutes", "Các đơn vị thảo luận sôi nổi.",
                "attendance", reviewQueries.get(key).members().stream().map(member -> Map.of("unit", member.unitCode(), "present", true,
                        "representative", "Thủ trưởng", "position", "Giám đốc")).toList(),
                "points", List.of(Map.of("text", "Tiến độ chỉ tiêu", "conclusion", "Đẩy nhanh.")),
                "conclusions", List.of(Map.of("content", "Rà soát chỉ tiêu chưa đạt", "ownerUnit", reviewQueries.get(key).members().get(1).unitCode(),
                        "dueOn", today().plusDays(30).toString())),
                "tasks", List.of(Map.of("content", "Tổ chức hội thao của khối", "ownerUnit", reviewQueries.get(key).members().get(0).unitCode(),
                        "dueOn", today().plusDays(60).toString()))));
    }

    void holdReview(String key, String head, Map<String, Object> fields) {
        Map<String, Object> data = conferenceOf(key);
        data.putAll(fields);
        officials.complete("canbo." + head, key, "userTask_holdConference", data);
        jobs.runDue();
    }

    void draftReport(String key, String head) {
        officials.complete("canbo." + head, key, "userTask_draftReport", Map.of("overview", "Khối hoàn thành nhiệm vụ.", "results", "Nhiều mô hình tốt.",
                "directions", "Tiếp tục thực hiện giao ước.", "number", "12/BC-SCT", "issueDate", today().toString()));
        jobs.runDue();
    }

    /** The password goes its own way, before the form. */
    void signReport(String key, String head) {
        String digest = reviewQueries.get(key).digest();
        reviewSigning.proveIdentity(officials.actor("thutruong." + head), key, ThrowAwayUnits.password(head), digest);
        officials.complete("thutruong." + head, key, "userTask_signReport", Map.of("decision", "SIGN", "ground", "HEAD", "digest", digest));
        jobs.runDue();
    }

    void receiveReport(String key) {
        decide("chuyenvien", key, "userTask_receiveReport", Map.of("decision", "RECEIVE"));
    }

    /** From the consolidation to the receipt. */
    void finishReview(String key, String head) {
        consolidate(key, head, Map.of());
        holdReview(key, head, Map.of());
        draftReport(key, head);
        signReport(key, head);
        receiveReport(key);
    }

    /** Its inspector records what it found. */
    void find(String key, Pair pair, int no) {
        officials.complete("canbo." + pair.inspector(), ReviewKey.inspection(key, no), "userTask_recordFindings", Map.of("inspectedOn",
                today().toString(), "findings", "Đúng số liệu báo cáo.", "files", List.of(file("canbo." + pair.inspector()))));
        jobs.runDue();
    }

    void inspect(String key, Pair pair, int no, boolean agrees) {
        String inspection = ReviewKey.inspection(key, no);
        find(key, pair, no);
        Map<String, Object> answer = new HashMap<>(Map.of("agrees", agrees));
        answer.put("comment", agrees ? null : "Đề nghị ghi rõ số văn bản.");
        officials.complete("canbo." + pair.inspected(), inspection, "userTask_answerFindings", answer);
        jobs.runDue();
    }

    ReviewView review(String key) {
        return reviewQueries.get(key);
    }

    ReviewStatus reviewStatus(String key) {
        return review(key).status();
    }

    ReviewMemberView reporter(String key, String unit) {
        return review(key).members().stream().filter(member -> member.unitCode().equals(unit)).findFirst().orElseThrow();
    }
}
