package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.action.ActionKind;
import vn.giaouoc.action.BlocActionView;
import vn.giaouoc.action.BlocActions;
import vn.giaouoc.bloc.BlocYearStatus;
import vn.giaouoc.review.FigureRow;
import vn.giaouoc.review.Inspection;
import vn.giaouoc.review.InspectionStatus;
import vn.giaouoc.review.MeasureFigure;
import vn.giaouoc.review.MemberReport;
import vn.giaouoc.review.Pair;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewMemberStatus;
import vn.giaouoc.review.ReviewMemberView;
import vn.giaouoc.review.ReviewPapers;
import vn.giaouoc.review.ReviewStages;
import vn.giaouoc.review.ReviewStatus;
import vn.giaouoc.review.ReviewSummary;
import vn.giaouoc.review.ReviewView;
import vn.giaouoc.shared.ActingFor;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.signature.SealedDocuments;
import vn.giaouoc.signature.Verdict;
import vn.giaouoc.test.Cases;
import vn.giaouoc.test.Docx;

/** A bloc's mid-term review in the engine, from its beginning to the report Sở Nội vụ has received. */
class MidTermReviewProcessesIT extends ReviewTest {

    @Autowired
    BlocActions actions;
    @Autowired
    ReviewPapers papers;
    @Autowired
    ReviewStages stages;
    @Autowired
    SealedDocuments documents;
    @Autowired
    Cases cases;

    // ---- the whole way ----------------------------------------------------------------------------------------------

    @Test
    void membersReportTheBlocMeetsItsReportIsSignedAndReceived() {
        String year = yearOfToday(2046, UNITS);
        assertThat(reviewQueries.ofYear(officials.actor("canbo.sxd"), year).status()).isEqualTo(ReviewStatus.NOT_BEGUN);
        String campaign = campaignWithInitiatives();
        String key = begunReview(year, "sct");
        assertTasks(year, "userTask_followCovenant");
        assertThat(reviewStatus(key)).isEqualTo(ReviewStatus.REPORTING);
        assertThat(stages.stages(List.of(year)).get(year).missing()).hasSize(4);

        figuresOf(key, campaign);
        List.of("sxd", "sgtvt").forEach(unit -> report(key, unit, Map.of()));
        assertThat(reviewStatus(key)).isEqualTo(ReviewStatus.REPORTING);
        report(key, "stnmt", Map.of());
        assertThat(reviewStatus(key)).as("nobody waits for the date").isEqualTo(ReviewStatus.CONSOLIDATING);

        consolidate(key, "sct", Map.of("models", List.of(Map.of("unit", "sct", "kind", "COLLECTIVE", "name", "Phòng Quản lý thương mại",
                "achievement", "Dẫn đầu chuyển đổi số", "fromYear", 2021, "toYear", 2023))));
        holdReview(key, "sct", Map.of());
        assertThat(actions.of(year)).extracting(BlocActionView::originCase, BlocActionView::kind, BlocActionView::ownerUnit)
                .containsExactly(tuple(key, ActionKind.CONCLUSION, "sxd"), tuple(key, ActionKind.SECOND_HALF_TASK, "sct"));
        draftReport(key, "sct");
        signReport(key, "sct");
        assertThat(documents.check(review(key).digest())).isEqualTo(Verdict.VALID);
        assertThatThrownBy(() -> reviewSigning.checkReceive(officials.actor("canbo.sct"), key)).isInstanceOf(NotAllowed.class);
        receiveReport(key);

        assertThat(reviewStatus(key)).isEqualTo(ReviewStatus.RECEIVED);
        assertThat(running(key)).isFalse();
        assertThat(running(year)).as("the year waits for its later phases").isTrue();
        ReviewSummary summary = summaries.ofComposition(years.get(year).compositionCode()).get(0);
        assertThat(summary).extracting(ReviewSummary::code, ReviewSummary::members, ReviewSummary::reported, ReviewSummary::late,
                ReviewSummary::notReported).containsExactly(key, 4, 4, 0, 0);
        assertThat(summary.figures()).extracting("measure").contains("LDTT");
        assertThat(new String(attachments.content(summary.reportPaper()), 0, 4)).isEqualTo("%PDF");
        assertThat(papers.print(officials.actor("canbo.stnmt"), key, ReviewPapers.Kind.REPORT).pdf())
                .as("as it was kept").isEqualTo(attachments.content(summary.reportPaper()));
        assertThat(Docx.text(papers.print(officials.actor("canbo.stnmt"), key, ReviewPapers.Kind.MINUTES).docx()))
                .contains("Hội nghị sơ kết phong trào thi đua 6 tháng đầu năm 2046", "NHIỆM VỤ 6 THÁNG CUỐI NĂM 2046");
        assertThat(reviewQueries.figures(key)).as("as the covenant names them").extracting(MeasureFigure::name).contains("Chỉ tiêu LDTT");
    }

    /** A campaign in which sct has reported a share of people; its indicator is named as the covenant's target. */
    private String campaignWithInitiatives() {
        String code = cases.issuedOutside(Map.of("unitKinds", List.of("DEPARTMENT"), "targets", List.of(Map.of("name", "Chỉ tiêu LDTT", "unit", "%",
                "target", 95, "direction", "UP"))));
        cases.answer(code, "sct", 0);
        Map<String, Object> report = Map.of("noActivity", false, "summary", "Đã bình xét.", "indicators",
                List.of(Map.of("indicator", "Chỉ tiêu LDTT", "value", 96)), "files", List.of());
        cases.complete("canbo.sct", code + "/KY1/sct", "writeReport", report);
        cases.approve("thutruong.sct", code + "/KY1/sct", "approveReport");
        return code;
    }

    /** What was reported for the campaign is there; another figure needs a reason, a shortfall its cause. */
    private void figuresOf(String key, String campaign) {
        String part = ReviewKey.part(key, "sct");
        FigureRow known = reviewParts.targets(part).stream().filter(row -> row.targetId().equals("t1")).findFirst().orElseThrow();
        assertThat(known.reported()).isEqualByComparingTo("96");
        assertThat(known.source()).isEqualTo(campaign + "/KY1");
        assertThat(known.outcome().people()).isEqualByComparingTo("192");
        assertThat(known.outcome().peopleShort()).isEqualByComparingTo("2");
        assertThat(known.outcome().reached()).isTrue();

        refused(key, Map.of("figures", List.of(figure("t1", 97, null))), "figures[0].overrideReason");
        refused(key, Map.of("figures", List.of(figure("t2", 14, null))), "figures[0].note");
        refused(key, Map.of("figures", List.of(figure("t1", 101, "x"))), "figures[0].value", "figures[0].overrideReason");
        refused(key, Map.of("figures", List.of(figure("t9", 1, null))), "figures[0].targetId");
        refused(key, Map.of("results", ""), "results");
        Map<String, Object> own = figure("t1", 97, null);
        own.put("overrideReason", "Thêm một phòng sau ngày báo cáo.");
        write(key, "sct", Map.of("figures", List.of(own, figure("t2", 14, "Chờ bình xét cuối năm."), figure("t3", 1, null)),
                "models", List.of(Map.of("kind", "COLLECTIVE", "name", "Phòng Quản lý thương mại", "achievement", "Dẫn đầu chuyển đổi số"))));
        decideReview(key, "sct", "RETURN", "Bổ sung minh chứng.");
        assertThat(reporter(key, "sct").returnReason()).isEqualTo("Bổ sung minh chứng.");
        report(key, "sct", Map.of("figures", List.of(own, figure("t2", 14, "Chờ bình xét cuối năm."), figure("t3", 1, null)), "files",
                List.of(file("canbo.sct"))));
        assertThat(reporter(key, "sct").figures()).extracting(FigureRow::targetId, row -> row.outcome().reached())
                .containsExactly(tuple("t1", true), tuple("t2", false), tuple("t3", true));
        assertThat(jdbc.sql("select deviation from review_figure where bloc_year = ? and unit_code = 'sct' and target_id = 't1'")
                .param(review(key).blocYear()).query(BigDecimal.class).single()).isEqualByComparingTo("2");
    }

    private void refused(String key, Map<String, Object> data, String... fields) {
        assertThatThrownBy(() -> write(key, "sct", data)).isInstanceOfSatisfying(InvalidInput.class, refused ->
                assertThat(refused.errors()).extracting(FieldError::field).contains(fields));
    }

    // ---- late members, inspection -----------------------------------------------------------------------------------

    @Test
    void lateMembersDoNotStopTheBlocTheGapIsKept() {
        String year = yearOfToday(2047, UNITS);
        reviewPlans.set(officials.actor("canbo.sct"), year, null, true);
        String key = begunReview(year, "sct");
        report(key, "sct", Map.of());
        report(key, "sxd", Map.of());
        write(key, "sgtvt", Map.of("files", List.of(file("canbo.sgtvt"))));
        past(review(key).reportsDueAt());
        assertThat(reviewStatus(key)).isEqualTo(ReviewStatus.ASSIGNING);
        read(key, "sgtvt", false, "canbo.sct", "chuyenvien", "canbo.sxd");
        assertThat(reporter(key, "sgtvt").missing()).isTrue();
        forward(Duration.ofDays(3));
        refusesItsWriter(key, "sgtvt");
        decideReview(key, "sgtvt", "APPROVE", null);
        read(key, "sgtvt", true, "canbo.sct", "chuyenvien");
        read(key, "sgtvt", false, "canbo.sxd");
        assertThat(reporter(key, "sgtvt").late()).isTrue();
        assertThat(reporter(key, "sgtvt").daysLate()).isBetween(3, 4);

        List<Pair> drawn = assigned(key);
        inspect(key, drawn.get(0), 1, true);
        find(key, drawn.get(1), 2);
        past(review(key).inspectionsDueAt());
        assertThat(reviewStatus(key)).isEqualTo(ReviewStatus.CONSOLIDATING);
        assertThat(review(key).inspections()).extracting(Inspection::missing).containsExactly(false, true, true, true);
        succeededBeforeItIsInspected(year, 4);
        finishReview(key, "sct");

        assertThat(reporter(key, "stnmt").status()).isEqualTo(ReviewMemberStatus.NOT_REPORTED);
        assertThat(running(ReviewKey.part(key, "stnmt"))).isFalse();
        assertThat(running(ReviewKey.inspection(key, 2))).isFalse();
        assertThat(review(key).inspections()).as("findings nobody answered stay findings; what was not held for a reason is nobody's gap")
                .extracting(Inspection::status, Inspection::findings, Inspection::agrees, Inspection::missing).containsExactly(
                        tuple(InspectionStatus.DONE, "Đúng số liệu báo cáo.", true, false),
                        tuple(InspectionStatus.DONE, "Đúng số liệu báo cáo.", null, true),
                        tuple(InspectionStatus.ENDED, null, null, true), tuple(InspectionStatus.ENDED, null, null, false));
        recordsNothingMore(year, ReviewKey.inspection(key, 3), drawn.get(2));
        ReviewSummary summary = summaries.ofComposition(years.get(year).compositionCode()).get(0);
        assertThat(summary).extracting(ReviewSummary::reported, ReviewSummary::late, ReviewSummary::notReported).containsExactly(3, 1, 1);
    }

    /** Whether these people read what the unit has written, and its evidence. */
    private void read(String key, String unit, boolean readable, String... users) {
        UUID evidence = attachments.of(ReviewKey.part(key, unit)).get(0).id();
        for (String user : users) {
            Actor actor = officials.actor(user);
            ReviewMemberView seen = reviewQueries.get(actor, key).members().stream().filter(member -> member.unitCode().equals(unit)).findFirst()
                    .orElseThrow();
            assertThat(seen.report() != null).as("report, to " + user).isEqualTo(readable);
            assertThat(seen.figures().isEmpty()).as("figures, to " + user).isNotEqualTo(readable);
            if (readable) {
                assertThat(attachments.get(actor, evidence).id()).isEqualTo(evidence);
            } else {
                assertThatThrownBy(() -> attachments.get(actor, evidence)).as("evidence, to " + user).isInstanceOf(NotFound.class);
            }
        }
        assertThat(attachments.get(officials.actor("canbo." + unit), evidence).id()).isEqualTo(evidence);
    }

    /** Not even as somebody's deputy. */
    private void refusesItsWriter(String key, String unit) {
        Actor head = officials.actor("thutruong." + unit);
        Actor deputy = new Actor("thutruong." + unit, head.groups(), new ActingFor("VM-2047-0001", "canbo." + unit, null, "", null, null, null, null, true));
        assertThatThrownBy(() -> reviewParts.checkApproval(deputy, ReviewKey.part(key, unit), true, null)).isInstanceOf(NotAllowed.class)
                .hasMessageContaining("tự duyệt").hasMessageContaining("trả lại");
        reviewParts.checkApproval(deputy, ReviewKey.part(key, unit), false, "Cán bộ khác soạn lại."); // the way out where it is the only head
    }

    /** As when one of the two units takes the other over. */
    private void succeededBeforeItIsInspected(String year, int no) {
        jdbc.sql("update review_inspection set status = 'ENDED', missing_at = null, problem = 'Sáp nhập.' where bloc_year = ? and no = ?")
                .params(year, no).update();
    }

    /** Between the receipt and the closing of what is open. */
    private void recordsNothingMore(String year, String inspection, Pair pair) {
        jdbc.sql("update review_inspection set status = 'OPEN' where bloc_year = ? and no = 3").param(year).update();
        assertThatThrownBy(() -> inspections.record(officials.actor("canbo." + pair.inspector()), inspection, today(), "Muộn.", null, List.of()))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining("Sở Nội vụ đã tiếp nhận");
        jdbc.sql("update review_inspection set status = 'ENDED' where bloc_year = ? and no = 3").param(year).update();
    }

    /** B05: nobody inspects itself; reciprocal pairs need a reason. @return the pairs as they were drawn */
    private List<Pair> assigned(String key) {
        List<Pair> drawn = inspections.drawn(key);
        assertThat(drawn).hasSize(4).noneMatch(pair -> pair.inspector().equals(pair.inspected()));
        assertThatThrownBy(() -> decide("canbo.sct", key, "userTask_assignInspections", Map.of("pairs", List.of(Map.of("inspector", "sct",
                "inspected", "sct"))))).isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                .extracting(FieldError::field).contains("pairs[0].inspected"));
        List<Map<String, String>> mutual = List.of(Map.of("inspector", "sct", "inspected", "sxd"), Map.of("inspector", "sxd", "inspected", "sct"));
        assertThatThrownBy(() -> decide("canbo.sct", key, "userTask_assignInspections", Map.of("pairs", mutual)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors()).extracting(FieldError::field)
                        .containsExactly("reasons.B17"));
        decide("canbo.sct", key, "userTask_assignInspections", Map.of("pairs", drawn));
        return drawn;
    }

    @Test
    void everyInspectionDoneNobodyWaitsForItsDate() {
        String year = yearOfToday(2048, List.of("sct", "sxd"));
        reviewPlans.set(officials.actor("canbo.sct"), year, null, true);
        String key = begunReview(year, "sct");
        reportAll(key, List.of("sct", "sxd"));
        List<Pair> drawn = inspections.drawn(key);
        decide("canbo.sct", key, "userTask_assignInspections", Map.of("pairs", drawn, "reasons", Map.of("B17", "Khối chỉ có hai đơn vị.")));
        assertThat(review(key).inspections()).allMatch(Inspection::reciprocal);
        inspect(key, drawn.get(0), 1, true);
        inspect(key, drawn.get(1), 2, false);
        assertThat(reviewStatus(key)).isEqualTo(ReviewStatus.CONSOLIDATING);
        consolidate(key, "sct", Map.of());

        Map<String, Object> wrong = new HashMap<>(Map.of("date", today().minusDays(150).toString(), "conclusions", List.of(Map.of("content", "", "ownerUnit", "stnmt", "dueOn",
                today().minusDays(1).toString()))));
        assertThatThrownBy(() -> holdReview(key, "sct", wrong)).isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                .extracting(FieldError::field).contains("date", "conclusions[0].content", "conclusions[0].ownerUnit", "conclusions[0].dueOn"));
        holdReview(key, "sct", Map.of("conclusions", List.of(), "tasks", List.of()));
        signedByItsDrafter(key);
        draftReport(key, "sct");
        decide("thutruong.sct", key, "userTask_signReport", Map.of("decision", "RETURN", "reason", "Nêu rõ số liệu."));
        assertThat(review(key).returnReason()).isEqualTo("Nêu rõ số liệu.");
        draftReport(key, "sct");
        assertThatThrownBy(() -> officials.complete("thutruong.sct", key, "userTask_signReport", Map.of("decision", "SIGN", "ground", "HEAD",
                "digest", review(key).digest()))).as("nobody signs without its password").hasStackTraceContaining("Nhập lại mật khẩu");
        signReport(key, "sct");
        String first = review(key).digest();
        decide("chuyenvien", key, "userTask_receiveReport", Map.of("decision", "RETURN", "reason", "Thiếu phương hướng."));
        assertThat(reviewStatus(key)).isEqualTo(ReviewStatus.RETURNED);
        assertThat(documents.check(first)).isEqualTo(Verdict.SUPERSEDED);
        assertThat(review(key)).as("a signature that is void is not shown").extracting(ReviewView::signerName, ReviewView::signedAt)
                .containsExactly(null, null);
        assertThat(Docx.text(papers.print(officials.actor("canbo.sct"), key, ReviewPapers.Kind.REPORT).docx())).contains("TRƯỞNG KHỐI")
                .doesNotContain("xác nhận điện tử", "xac-minh");
        draftReport(key, "sct");
        signReport(key, "sct");
        assertThat(review(key).digest()).isNotEqualTo(first);
        everyWordOfTheSignatureIsHeldAgainstTheChain(year, key);
        receiveReport(key);
        assertThat(documents.check(review(key).digest())).isEqualTo(Verdict.VALID);

        assertThatThrownBy(() -> reviewPlans.set(officials.actor("canbo.sct"), year, null, false)).isInstanceOf(ConflictRefusal.class);
        assertThat(reviews.begin(officials.actor("canbo.sct"), year)).as("a repeat changes nothing").isFalse();
    }

    /** Drafter and signer of one paper are different persons. */
    private void signedByItsDrafter(String key) {
        officials.complete("thutruong.sct", key, "userTask_draftReport", Map.of("overview", "Tốt.", "results", "Tốt.", "directions", "Tiếp tục."));
        jobs.runDue();
        assertThatThrownBy(() -> signReport(key, "sct")).hasStackTraceContaining("Người soạn báo cáo không được tự ký");
        decide("thutruong.sct", key, "userTask_signReport", Map.of("decision", "RETURN", "reason", "Giao cán bộ soạn."));
    }

    private void everyWordOfTheSignatureIsHeldAgainstTheChain(String year, String key) {
        Actor recorder = officials.actor("chuyenvien");
        reviewSigning.checkReceive(recorder, key);
        for (String change : List.of("ground = 'KT'", "ground = 'TUQ', ground_document = '1/UQ'", "signer_name = 'Người khác'", "capacity = 'x'")) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("update review_report set " + change + " where bloc_year = ? and void_at is null").param(year).update();
                assertThatThrownBy(() -> reviewSigning.checkReceive(recorder, key)).as(change).isInstanceOf(ConflictRefusal.class);
                status.setRollbackOnly();
            });
        }
        reviewSigning.checkReceive(recorder, key);
    }

    // ---- beginning --------------------------------------------------------------------------------------------------

    @Test
    void itBeginsByItselfAtTheDateOfTheBlocsOwnPlan() {
        String year = yearOfToday(2049, List.of("sct", "sxd"));
        reviewPlans.set(officials.actor("canbo.sct"), year, today().plusDays(1), false);
        for (LocalDate wrong : List.of(today().plusDays(900), today().minusDays(1))) {
            assertThatThrownBy(() -> reviewPlans.set(officials.actor("canbo.sct"), year, wrong, false)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> reviewPlans.set(officials.actor("canbo.sxd"), year, null, false)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reviews.begin(officials.actor("canbo.sxd"), year)).isInstanceOf(NotAllowed.class);
        forward(Duration.ofDays(2));
        String key = ReviewKey.of(year);
        assertThat(reviewStatus(key)).isEqualTo(ReviewStatus.REPORTING);
        past(review(key).reportsDueAt().minus(Duration.ofHours(1)));
        assertThat(jdbc.sql("select count(*) from review_member where bloc_year = ? and reminded_at is not null").param(year)
                .query(Integer.class).single()).isEqualTo(2);

        lasts(year, today().minusDays(200), today().minusDays(1));
        assertThatThrownBy(() -> officials.complete("canbo.sct", year, "userTask_followCovenant", Map.of())).isInstanceOf(ConflictRefusal.class)
                .hasMessageContaining("Sơ kết của khối chưa xong");
        lasts(year, today().minusDays(200), today().plusDays(60));
        reportAll(key, List.of("sct", "sxd"));
        finishReview(key, "sct");
        lasts(year, today().minusDays(200), today().minusDays(1));
        officials.complete("canbo.sct", year, "userTask_followCovenant", Map.of());
        jobs.runDue();
        assertThat(years.get(year).status()).isEqualTo(BlocYearStatus.CLOSED);
    }

    @Test
    void aYearThatIsOverIsClosedWithoutAReview() {
        String year = yearOfToday(2054, List.of("sct", "sxd"));
        lasts(year, today().minusDays(200), today().minusDays(1));
        assertThatThrownBy(() -> reviews.begin(officials.actor("chuyenvien"), year)).isInstanceOf(ConflictRefusal.class);
        officials.complete("canbo.sct", year, "userTask_followCovenant", Map.of());
        jobs.runDue();
        assertThat(years.get(year).status()).isEqualTo(BlocYearStatus.CLOSED);
        assertThat(reviewStatus(ReviewKey.of(year))).isEqualTo(ReviewStatus.NOT_HELD);
        assertThat(running(year)).isFalse();
    }

    @Test
    void withoutARecordedCovenantNothingIsReviewed() {
        String year = composed(2055, List.of("sct", "sxd"));
        assertThatThrownBy(() -> reviews.begin(officials.actor("chuyenvien"), year)).isInstanceOf(ConflictRefusal.class);
        assertThat(reviewQueries.ofYear(officials.actor("chuyenvien"), year).status()).isEqualTo(ReviewStatus.NOT_BEGUN);
    }

    // ---- units that cannot be given work ----------------------------------------------------------------------------

    @Test
    void aUnitWithoutPeopleHoldsUpNobody() {
        List<String> units = List.of("sct", "sxd", "stnmt");
        String year = yearOfToday(2056, units);
        reviewPlans.set(officials.actor("canbo.sct"), year, null, true);
        jdbc.sql("update membership set leads = false where user_id = 'thutruong.stnmt'").update();
        String key;
        try {
            jobs.tolerate("chưa có thủ trưởng");
            key = begunReview(year, "sct");
            failToIncident(ReviewKey.part(key, "stnmt"), "chưa có thủ trưởng");
            reportAll(key, List.of("sct", "sxd"));
            past(review(key).reportsDueAt());
            decide("canbo.sct", key, "userTask_assignInspections", Map.of("pairs", List.of(Map.of("inspector", "stnmt", "inspected", "sct"),
                    Map.of("inspector", "sct", "inspected", "sxd"))));
            failToIncident(ReviewKey.inspection(key, 1), "chưa có thủ trưởng");
        } finally {
            jdbc.sql("update membership set leads = true where user_id = 'thutruong.stnmt'").update();
            jobs.tolerate(null);
        }
        retryAsSupervisor(ReviewKey.part(key, "stnmt"));
        retryAsSupervisor(ReviewKey.inspection(key, 1));
        report(key, "stnmt", Map.of());
        assertTasks(ReviewKey.inspection(key, 1), "userTask_recordFindings");
    }

    // ---- units that end ---------------------------------------------------------------------------------------------

    /** B05, B17: also where one unit has two parts, its own and that of a unit it has taken over. */
    @Test
    void anHeirDoesNotInspectItselfInThePlaceOfTheFormerUnit() {
        String year = yearOfToday(2089, UNITS);
        reviewPlans.set(officials.actor("canbo.sct"), year, null, true);
        String key = begunReview(year, "sct");
        reportAll(key, List.of("stnmt", "sxd", "sct"));
        succeeded("ReviewSuccession", "stnmt", "sxd");
        report(key, "sgtvt", Map.of());
        assertThat(inspections.drawn(key)).as("each unit once").extracting(Pair::inspector).hasSize(3);
        assigning(key, List.of(new Pair("sxd", "stnmt")), "pairs[0].inspected");
        assigning(key, List.of(new Pair("sct", "sxd"), new Pair("stnmt", "sct")), "reasons.B17");
        decide("canbo.sct", key, "userTask_assignInspections", Map.of("pairs", List.of(new Pair("sct", "sxd"), new Pair("stnmt", "sct")), "reasons",
                Map.of("B17", "Chỉ hai đơn vị ở gần.")));
        assertThat(review(key).inspections()).extracting(Inspection::reciprocal).containsExactly(true, true);
        transaction.executeWithoutResult(status -> {
            succeededBeforeItIsInspected(year, 1);
            assertThat(inspections.open(key).assigned()).as("what has ended is given to nobody").extracting("key")
                    .containsExactly(ReviewKey.inspection(key, 2));
            status.setRollbackOnly();
        });
    }

    private void assigning(String key, List<Pair> pairs, String field) {
        assertThatThrownBy(() -> inspections.checkAssign(officials.actor("canbo.sct"), key, pairs, Map.of())).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting(FieldError::field).containsExactly(field));
    }

    /** The room's own part of a succession; that tasks follow the heir is tested with successions. */
    @Test
    void aMemberThatEndsIsFollowedByItsHeir() {
        String year = yearOfToday(2050, UNITS);
        String key = begunReview(year, "sct");
        report(key, "sct", Map.of());
        report(key, "sxd", Map.of());
        succeeded("ReviewSuccession", "sgtvt", "sxd");
        assertThat(review(key).members()).as("its heir is a member itself").extracting("unitCode").containsExactly("sct", "sxd", "stnmt");
        assertThat(running(ReviewKey.part(key, "sgtvt"))).isFalse();
        succeeded("ReviewSuccession", "stnmt", "stttt");
        assertThat(reporter(key, "stnmt").actingUnit()).isEqualTo("stttt");
        MemberReport report = new MemberReport(List.of(), "Đơn vị kế thừa tiếp tục thực hiện.", null, null, List.of());
        assertThatThrownBy(() -> reviewParts.write(officials.actor("canbo.stnmt"), ReviewKey.part(key, "stnmt"), report, List.of()))
                .isInstanceOf(NotAllowed.class);
        reviewParts.write(officials.actor("canbo.stttt"), ReviewKey.part(key, "stnmt"), report, List.of());
        Actor head = officials.actor("thutruong.stttt");
        var deputyOfTheWriter = new ActingFor("VM-2050-0001", "canbo.stttt", "KT.", "KT. người đã viết", null, null, null, null, false);
        assertThatThrownBy(() -> reviewParts.checkApproval(new Actor(head.userId(), head.groups(), deputyOfTheWriter), ReviewKey.part(key, "stnmt"), true,
                null)).as("in the place of whoever wrote it").isInstanceOf(NotAllowed.class).hasMessageContaining("không được tự duyệt");
        reviewParts.approve(head, ReviewKey.part(key, "stnmt"), true, null);
        jobs.runDue();
        assertThat(reviewStatus(key)).as("all have reported").isEqualTo(ReviewStatus.CONSOLIDATING);
    }
}
