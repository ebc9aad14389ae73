package vn.giaouoc.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.covenant.CovenantPeople;
import vn.giaouoc.covenant.Ground;
import vn.giaouoc.covenant.SignerGround;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.signature.SignerInfo;

/** The rows of reviews. Whoever changes one takes its {@link #lock} first: of two at the same moment the second waits. */
@Component
class ReviewRows {

    private static final String REVIEWS = "select bloc_year, seq, status, begun_by, begun_at, inspection, covenant_version, reports_due_at, "
            + "closed_missing_at, inspections_due_at, head_unit, held_at, report_version, return_reason, received_at, received_by from review ";
    private static final String ONE = " where bloc_year = ? and seq = ?";

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Clock clock;

    ReviewRows(JdbcClient jdbc, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    // ---- the review -------------------------------------------------------------------------------------------------

    /** @param key of the review, of a part or of an inspection. @throws NotFound */
    Review get(String key) {
        return find(key).orElseThrow(ReviewRows::unknown);
    }

    Optional<Review> find(String key) {
        return find(key, "");
    }

    /** The same, locked until the end of the transaction. @throws NotFound */
    Review lock(String key) {
        return find(key, " for update").orElseThrow(ReviewRows::unknown);
    }

    /** Locked and in one of these states. @throws ConflictRefusal it is in another */
    Review lock(String key, Set<ReviewStatus> states) {
        Review review = lock(key);
        require(review, states);
        return review;
    }

    static void require(Review review, Set<ReviewStatus> states) {
        if (!states.contains(review.status())) {
            throw new ConflictRefusal("Không thực hiện được: sơ kết đang ở bước \"" + review.status().label() + "\".");
        }
    }

    private Optional<Review> find(String key, String locking) {
        ReviewKey parsed = ReviewKey.parse(key);
        return jdbc.sql(REVIEWS + ONE + locking).params(parsed.blocYear(), parsed.seq()).query(Review.class).optional();
    }

    /** The review of the year, if none is there. @return whether there is one now that was not there */
    boolean insert(String blocYear, String by) {
        return jdbc.sql("insert into review (bloc_year, seq, status, begun_by, begun_at) values (?, 1, 'OPENING', ?, ?) on conflict do nothing")
                .params(blocYear, by, now()).update() == 1;
    }

    void status(Review review, ReviewStatus status) {
        set(review, "status = ?", status.name());
    }

    /** Sets columns of the review's row. @param assignments SQL with a mark for each value */
    void set(Review review, String assignments, Object... values) {
        jdbc.sql("update review set " + assignments + ONE).params(Arrays.asList(values)).param(review.blocYear()).param(review.seq()).update();
    }

    /** What the head unit consolidated; empty before. */
    Optional<Summary> summary(Review review) {
        return document(review, "summary", Summary.class).map(summary -> summary.with(addedModels(review)));
    }

    private List<ReviewModel> addedModels(Review review) {
        return jdbc.sql("select unit_code as unit, kind, name, achievement, from_year, to_year from review_model" + ONE + " and added_at is not null "
                + "order by place").params(review.blocYear(), review.seq()).query(ReviewModel.class).list();
    }

    /** Members whose report came after the head unit had consolidated, in their order. */
    List<ReviewPart> reportedAfterSummary(Review review) {
        Instant consolidated = jdbc.sql("select summary_at from review" + ONE).params(review.blocYear(), review.seq()).query(Timestamp.class).single()
                .toInstant();
        return active(review).stream().filter(part -> part.reported() && part.reportedAt().isAfter(consolidated)).toList();
    }

    /** The conference; empty before. */
    Optional<ReviewConference> conference(Review review) {
        return document(review, "conference", ReviewConference.class);
    }

    private <T> Optional<T> document(Review review, String column, Class<T> type) {
        return jdbc.sql("select " + column + " from review" + ONE + " and " + column + " is not null").params(review.blocYear(), review.seq())
                .query((rs, n) -> json.read(rs.getString(1), type)).optional();
    }

    // ---- members ----------------------------------------------------------------------------------------------------

    private static final String PARTS = "select m.*, u.name as acting_name from review_member m join unit u on u.code = m.acting_unit" + ONE;

    void list(Review review, List<BlocMember> members) {
        for (int i = 0; i < members.size(); i++) {
            BlocMember member = members.get(i);
            jdbc.sql("insert into review_member (bloc_year, seq, unit_code, place, role, acting_unit, status) values (?, ?, ?, ?, ?, ?, 'OPEN') "
                            + "on conflict do nothing")
                    .params(review.blocYear(), review.seq(), member.unitCode(), i, member.role().name(), member.unitCode()).update();
        }
    }

    /** The parts in the bloc's order, those that left too. */
    List<ReviewPart> parts(Review review) {
        return jdbc.sql(PARTS + " order by place, unit_code").params(review.blocYear(), review.seq()).query((rs, n) -> part(rs)).list();
    }

    /** Those that are waited for. */
    List<ReviewPart> active(Review review) {
        return parts(review).stream().filter(ReviewPart::active).toList();
    }

    /** One part. @throws NotFound the unit has none, or it has left */
    ReviewPart part(Review review, String unit) {
        return findPart(review, unit).filter(ReviewPart::active)
                .orElseThrow(() -> new NotFound("Đơn vị không tham gia đợt sơ kết này."));
    }

    /** One part, also of a unit that has left. */
    Optional<ReviewPart> findPart(Review review, String unit) {
        return jdbc.sql(PARTS + " and unit_code = ?").params(review.blocYear(), review.seq(), unit).query((rs, n) -> part(rs)).optional();
    }

    private ReviewPart part(ResultSet rs) throws SQLException {
        String written = rs.getString("content");
        return new ReviewPart(rs.getString("unit_code"), BlocRole.valueOf(rs.getString("role")), rs.getString("acting_unit"),
                rs.getString("acting_name"), rs.getObject("left_on", LocalDate.class), ReviewMemberStatus.valueOf(rs.getString("status")),
                written == null ? null : json.read(written, ReviewPart.Written.class), rs.getString("written_by"), rs.getString("return_reason"),
                SqlMoment.instant(rs, "missing_at"), SqlMoment.instant(rs, "reported_at"), rs.getBoolean("late"), rs.getInt("days_late"));
    }

    /** Sets columns of a part. @param assignments SQL with a mark for each value */
    void setPart(Review review, String unit, String assignments, Object... values) {
        jdbc.sql("update review_member set " + assignments + ONE + " and unit_code = ?").params(Arrays.asList(values))
                .param(review.blocYear()).param(review.seq()).param(unit).update();
    }

    void figures(Review review, String unit, List<FigureRow> rows) {
        jdbc.sql("delete from review_figure" + ONE + " and unit_code = ?").params(review.blocYear(), review.seq(), unit).update();
        rows.forEach(row -> {
            Outcome outcome = row.outcome();
            jdbc.sql("insert into review_figure values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").params(Arrays.asList(review.blocYear(),
                    review.seq(), unit, row.targetId(), row.measure(), row.value(), row.reported(), row.source(), row.overrideReason(),
                    outcome == null ? null : outcome.deviation(), outcome == null ? null : outcome.people(),
                    outcome == null ? null : outcome.peopleShort(), outcome == null ? null : outcome.reached(), row.note())).update();
        });
    }

    void models(Review review, List<ReviewModel> models) {
        jdbc.sql("delete from review_model" + ONE).params(review.blocYear(), review.seq()).update();
        models.forEach(model -> model(review, model, null));
    }

    /** Behind the others, marked as added later. */
    void addModels(Review review, List<ReviewModel> models) {
        models.forEach(model -> model(review, model, now()));
    }

    private void model(Review review, ReviewModel model, Timestamp addedAt) {
        jdbc.sql("insert into review_model (bloc_year, seq, place, unit_code, kind, name, achievement, from_year, to_year, added_at) "
                + "select ?, ?, coalesce(max(place), -1) + 1, ?, ?, ?, ?, ?, ?, ? from review_model" + ONE).params(Arrays.asList(review.blocYear(),
                review.seq(), model.unit(), model.kind().name(), model.name(), model.achievement(), model.fromYear(), model.toYear(), addedAt,
                review.blocYear(), review.seq())).update();
    }

    // ---- inspections ------------------------------------------------------------------------------------------------

    private static final String INSPECTIONS = "select i.*, a.name as inspector_name, b.name as inspected_name from review_inspection i "
            + "join unit a on a.code = i.inspector join unit b on b.code = i.inspected" + ONE;

    List<Inspection> inspections(Review review) {
        return jdbc.sql(INSPECTIONS + " order by no").params(review.blocYear(), review.seq()).query((rs, n) -> inspection(rs)).list();
    }

    /** @param key of the inspection. @throws NotFound */
    Inspection inspection(String key) {
        ReviewKey parsed = ReviewKey.parse(key);
        return jdbc.sql(INSPECTIONS + " and no = ?").params(parsed.blocYear(), parsed.seq(), parsed.inspection())
                .query((rs, n) -> inspection(rs)).optional().orElseThrow(() -> new NotFound("Không tìm thấy cuộc kiểm tra chéo."));
    }

    private static Inspection inspection(ResultSet rs) throws SQLException {
        String key = ReviewKey.inspection(ReviewKey.of(rs.getString("bloc_year"), rs.getInt("seq")), rs.getInt("no"));
        return new Inspection(key, rs.getInt("no"), rs.getString("inspector"), rs.getString("inspector_name"), rs.getString("inspected"),
                rs.getString("inspected_name"), InspectionStatus.valueOf(rs.getString("status")), rs.getBoolean("reciprocal"),
                rs.getString("reason"), rs.getObject("inspected_on", LocalDate.class), rs.getString("findings"), rs.getString("proposals"),
                SqlMoment.instant(rs, "recorded_at"), rs.getObject("agrees", Boolean.class), rs.getString("comment"),
                rs.getTimestamp("missing_at") != null, rs.getString("problem"));
    }

    /** @param mutual for each pair, whether the two inspect each other */
    void assign(Review review, List<Pair> pairs, List<Boolean> mutual, String reason) {
        jdbc.sql("delete from review_inspection" + ONE).params(review.blocYear(), review.seq()).update();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            boolean reciprocal = mutual.get(i);
            jdbc.sql("insert into review_inspection (bloc_year, seq, no, inspector, inspected, status, reciprocal, reason) "
                            + "values (?, ?, ?, ?, ?, 'OPEN', ?, ?)").params(Arrays.asList(review.blocYear(), review.seq(), i + 1,
                            pair.inspector(), pair.inspected(), reciprocal, reciprocal ? reason : null)).update();
        }
    }

    /** Sets columns of an inspection. @param assignments SQL with a mark for each value */
    void setInspection(Review review, int no, String assignments, Object... values) {
        jdbc.sql("update review_inspection set " + assignments + ONE + " and no = ?").params(Arrays.asList(values))
                .param(review.blocYear()).param(review.seq()).param(no).update();
    }

    // ---- reports ----------------------------------------------------------------------------------------------------

    /**
     * A report as it was handed in for signing.
     *
     * @param savedBy  who handed it in
     * @param signedAt null, and so the other words of the signature: not signed, or the signature is void because the report came back
     */
    record Sealed(int version, SealedReport report, String digest, String savedBy, String signedBy, String signerName, String signerUnit,
                  String capacity, SignerGround ground, Instant signedAt, Long chainSeq) {

        /** Who signed, as it has to stand in the chain; not before it is signed. */
        SignerInfo who() {
            return new SignerInfo(signedBy, signerName, capacity, CovenantPeople.words(ground));
        }
    }

    /** The newest report; empty before the first was handed in. */
    Optional<Sealed> sealed(Review review) {
        return jdbc.sql("select * from review_report" + ONE + " and version = ?").params(review.blocYear(), review.seq(), review.reportVersion())
                .query((rs, n) -> sealed(rs)).optional();
    }

    private Sealed sealed(ResultSet rs) throws SQLException {
        SealedReport report = json.read(rs.getString("sealed"), SealedReport.class);
        boolean counts = rs.getTimestamp("signed_at") != null && rs.getTimestamp("void_at") == null;
        return counts ? new Sealed(rs.getInt("version"), report, rs.getString("digest"), rs.getString("saved_by"), rs.getString("signed_by"),
                rs.getString("signer_name"), rs.getString("signer_unit"), rs.getString("capacity"), ground(rs),
                SqlMoment.instant(rs, "signed_at"), rs.getObject("chain_seq", Long.class))
                : new Sealed(rs.getInt("version"), report, rs.getString("digest"), rs.getString("saved_by"), null, null, null, null, null, null, null);
    }

    private static SignerGround ground(ResultSet rs) throws SQLException {
        return new SignerGround(Ground.valueOf(rs.getString("ground")), rs.getString("ground_document"),
                rs.getObject("ground_date", LocalDate.class), rs.getString("ground_scope"), rs.getObject("ground_until", LocalDate.class));
    }

    /** Reports of a review with this digest, as they are stored now. */
    List<String> sealedUnder(String key, String digest) {
        ReviewKey parsed = ReviewKey.parse(key);
        return jdbc.sql("select sealed::text from review_report" + ONE + " and digest = ?").params(parsed.blocYear(), parsed.seq(), digest)
                .query(String.class).list();
    }

    void seal(Review review, SealedReport sealed, String digest, String by) {
        jdbc.sql("update review set report_version = ?" + ONE).params(sealed.version(), review.blocYear(), review.seq()).update();
        jdbc.sql("insert into review_report (bloc_year, seq, version, sealed, digest, saved_by, saved_at) values (?, ?, ?, ?::jsonb, ?, ?, ?)")
                .params(review.blocYear(), review.seq(), sealed.version(), json.write(sealed), digest, by, now()).update();
    }

    /** Sets columns of the newest report. @param assignments SQL with a mark for each value */
    void setReport(Review review, String assignments, Object... values) {
        jdbc.sql("update review_report set " + assignments + ONE + " and version = ?").params(Arrays.asList(values)).param(review.blocYear())
                .param(review.seq()).param(review.reportVersion()).update();
    }

    // ---- findings ---------------------------------------------------------------------------------------------------

    void found(Review review, Collection<Finding> findings, String reason) {
        findings.forEach(finding -> jdbc.sql("insert into review_finding select ?, ?, coalesce(max(no), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? "
                + "from review_finding" + ONE).params(Arrays.asList(review.blocYear(), review.seq(), finding.code(), finding.kind().name(),
                finding.field(), finding.message(), reason, finding.legalSource(), finding.ruleFrom(), now(), review.blocYear(),
                review.seq())).update());
    }

    // ---- helpers ----------------------------------------------------------------------------------------------------

    Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    static NotFound unknown() {
        return new NotFound("Không tìm thấy hồ sơ sơ kết.");
    }
}
