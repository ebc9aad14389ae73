package vn.giaouoc.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.review.ReviewSigning;
import vn.giaouoc.test.Officials;

/** What the officials of a bloc do in its mid-term review, each method the clicks of one step; jobs are not run. */
@TestComponent
final class ReviewRun {

    static final int CONCLUSIONS = 2;

    private final Officials officials;
    private final ReviewSigning signing;
    private final ReviewQueries queries;
    private final Clock clock;

    ReviewRun(Officials officials, ReviewSigning signing, ReviewQueries queries, Clock clock) {
        this.officials = officials;
        this.signing = signing;
        this.queries = queries;
        this.clock = clock;
    }

    void write(BlocYearView year, List<String> units) {
        units.forEach(unit -> officials.complete("canbo." + unit, part(year, unit), "userTask_writeReview", Map.of("results",
                "Hoàn thành các nhiệm vụ được giao.", "figures", List.of(Map.of("targetId", "t1", "value", 96)))));
    }

    void approve(BlocYearView year, List<String> units) {
        units.forEach(unit -> officials.complete("thutruong." + unit, part(year, unit), "userTask_approveReview", Map.of("decision", "APPROVE")));
    }

    void consolidate(BlocYearView year) {
        complete("canbo.", year, "userTask_consolidate", Map.of("overview", "Các đơn vị thực hiện tốt giao ước.",
                "results", "Cải cách hành chính có chuyển biến.", "movements", List.of(Map.of("title", "Thi đua thực hiện văn hóa công sở",
                        "fromYear", 2019, "toYear", 2025, "results", "100 % cơ quan tham gia."))));
    }

    /** With two conclusions, of the head and of its deputy, to be done by the end of the year. */
    void hold(BlocYearView year) {
        List<String> units = units(year);
        complete("canbo.", year, "userTask_holdConference", new HashMap<>(Map.of("date", today(), "place", "Hội trường tầng 2",
                "minutes", "Các đơn vị thảo luận sôi nổi.", "attendance", units.stream().map(unit -> Map.of("unit", unit, "present", true,
                        "representative", "Nguyễn Văn A", "position", "Chủ tịch")).toList(), "points", List.of(), "tasks", List.of(),
                "conclusions", IntStream.range(0, CONCLUSIONS).mapToObj(i -> Map.of("content", "Rà soát chỉ tiêu chưa đạt, phần " + (i + 1),
                        "ownerUnit", units.get(i), "dueOn", year.to().toString())).toList())));
    }

    void draft(BlocYearView year) {
        complete("canbo.", year, "userTask_draftReport", Map.of("overview", "Khối hoàn thành nhiệm vụ.", "results", "Nhiều mô hình tốt.",
                "directions", "Tiếp tục thực hiện giao ước.", "number", "12/BC-UBND", "issueDate", today()));
    }

    void sign(BlocYearView year) {
        String key = ReviewKey.of(year.code());
        String digest = queries.get(key).digest();
        signing.proveIdentity(officials.actor("thutruong." + head(year)), key, "trial", digest);
        complete("thutruong.", year, "userTask_signReport", Map.of("decision", "SIGN", "ground", "HEAD", "digest", digest));
    }

    void receive(BlocYearView year) {
        officials.complete("chuyenvien", ReviewKey.of(year.code()), "userTask_receiveReport", Map.of("decision", "RECEIVE"));
    }

    /** The bloc's members, its head first. */
    static List<String> units(BlocYearView year) {
        return year.current().stream().map(BlocMember::unitCode).toList();
    }

    private void complete(String kind, BlocYearView year, String task, Map<String, Object> data) {
        officials.complete(kind + head(year), ReviewKey.of(year.code()), task, data);
    }

    private static String head(BlocYearView year) {
        return year.head().unitCode();
    }

    private static String part(BlocYearView year, String unit) {
        return ReviewKey.part(ReviewKey.of(year.code()), unit);
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
