package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.review.MidTermNames;
import vn.giaouoc.review.ReviewModel;
import vn.giaouoc.review.ReviewPapers;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.test.Docx;
import vn.giaouoc.test.ThrowAwayUnits;

/** Members that report after the head unit has consolidated: their models and figures reach the bloc's report until it is signed. */
class LateReviewReportsIT extends ReviewTest {

    @Autowired
    ThrowAwayUnits units;
    @Autowired
    ReviewPapers papers;
    @Autowired
    MidTermNames names;

    @AfterEach
    void nothingIsLeft() {
        units.remove();
    }

    @Test
    void whatComesAfterTheConsolidationIsAddedUntilTheReportIsSigned() throws Exception {
        String head = units.add("truong");
        List<String> late = List.of(units.add("mot"), units.add("hai"), units.add("ba"));
        String year = yearOfToday(2047, List.of(head, late.get(0), late.get(1), late.get(2)));
        String key = begunReview(year, head);
        reportAll(key, List.of(head));
        past(review(key).reportsDueAt());
        consolidate(key, head, Map.of("models", List.of(model(head, "Tổ một cửa"), model(late.get(0), "Đội  Sửa đường")),
                "added", List.of(model(head, "Không ai nhập được"))));
        assertThat(review(key).summary().added()).as("nobody enters these").isEmpty();

        report(key, late.get(0), Map.of("models", List.of(model(null, "đội sửa đường"), model(null, "Xã nông thôn mới"))));
        assertThat(review(key).summary().models()).extracting(ReviewModel::name).containsExactly("Tổ một cửa", "Đội  Sửa đường");
        assertThat(review(key).summary().added()).as("what the head unit knows is not added again")
                .extracting(ReviewModel::unit, ReviewModel::name).containsExactly(tuple(late.get(0), "Xã nông thôn mới"));
        holdReview(key, head, Map.of("conclusions", List.of(), "tasks", List.of()));
        draftReport(key, head);

        String waiting = review(key).digest();
        report(key, late.get(1), Map.of("models", List.of(model(null, "Bến xe xanh"))));
        assertThat(review(key).digest()).as("the report waits for its signature with what came").isNotEqualTo(waiting);
        assertThat(Docx.text(papers.print(officials.actor("canbo." + head), key, ReviewPapers.Kind.REPORT).docx())).contains("Tổ một cửa",
                "Xã nông thôn mới (bổ sung sau tổng hợp)", "Bến xe xanh (bổ sung sau tổng hợp)", "3/4 đơn vị thành viên đã báo cáo");
        assertThatThrownBy(() -> reviewSigning.checkSign(officials.actor("thutruong." + head), key, null, waiting))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining("đọc lại bản mới");

        jdbc.sql("update review set status = 'SIGNED' where bloc_year = ?").param(year).update(); // no entry in the book that others check
        report(key, late.get(2), Map.of("models", List.of(model(null, "Chợ không rác"))));
        assertThat(review(key).summary().added()).as("it was signed without").extracting(ReviewModel::name)
                .containsExactly("Xã nông thôn mới", "Bến xe xanh");
        reviewSigning.returnToHead(officials.actor("chuyenvien"), key, "Bổ sung điển hình.");
        assertThat(review(key).summary().added()).as("it is to be signed anew").extracting(ReviewModel::name)
                .containsExactly("Xã nông thôn mới", "Bến xe xanh", "Chợ không rác");
        assertThat(names.models(years.get(year).compositionCode())).as("for the province").extracting(MidTermNames.Model::name)
                .containsExactly("Tổ một cửa", "Đội  Sửa đường", "Xã nông thôn mới", "Bến xe xanh", "Chợ không rác");
    }

    private static Map<String, Object> model(String unit, String name) {
        Map<String, Object> model = new HashMap<>(Map.of("kind", "COLLECTIVE", "name", name, "achievement", "Cách làm hay."));
        model.put("unit", unit);
        return model;
    }
}
