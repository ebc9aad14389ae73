package vn.giaouoc.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocAccess;
import vn.giaouoc.bloc.BlocYearStatus;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.campaign.CheckRules;
import vn.giaouoc.covenant.CovenantPeople;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.covenant.CovenantView;
import vn.giaouoc.covenant.MeetingChecks;
import vn.giaouoc.covenant.PointDiscussed;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.NotAllowed;

/**
 * A bloc's mid-term review from its beginning to the conference. Members' reports are {@link ReviewParts}, mutual inspection
 * {@link Inspections}, the bloc's report {@link ReviewSigning}; reading is {@link ReviewQueries}.
 */
@Service
@Transactional
public class Reviews {

    private static final int LONGEST = 20_000;
    private static final int MOST = 200;
    private static final String INTEGRATION = "integration";
    private static final int FIRST_YEAR = 1945;
    private static final int LAST_YEAR = 2100;

    private final ReviewRows rows;
    private final StoredJson json;
    private final ReviewPlans plans;
    private final BlocYears blocs;
    private final BlocAccess blocAccess;
    private final CovenantQueries covenants;
    private final CovenantPeople people;
    private final CheckRules rules;
    private final Organisation organisation;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final ReviewFlow flow;

    Reviews(ReviewRows rows, StoredJson json, ReviewPlans plans, BlocYears blocs, BlocAccess blocAccess, CovenantQueries covenants,
            CovenantPeople people, CheckRules rules, Organisation organisation, Attachments attachments, Deadlines deadlines,
            ReviewFlow flow) {
        this.rows = rows;
        this.json = json;
        this.plans = plans;
        this.blocs = blocs;
        this.blocAccess = blocAccess;
        this.covenants = covenants;
        this.people = people;
        this.rules = rules;
        this.organisation = organisation;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.flow = flow;
    }

    // ---- beginning --------------------------------------------------------------------------------------------------

    /** Whether this person begins reviews: the head unit, Sở Nội vụ and systems it has let in do. */
    @Transactional(readOnly = true)
    public boolean mayBegin(Actor actor, String blocYear) {
        return people.records(actor) || actor.in(INTEGRATION) || blocAccess.isHead(actor, blocYear);
    }

    /** Checks an early beginning, changing nothing. */
    @Transactional(readOnly = true)
    public void checkBegin(Actor actor, String blocYear) {
        BlocYearView year = blocs.get(actor, blocYear);
        if (!mayBegin(actor, blocYear)) {
            throw new NotAllowed("Chỉ Trưởng khối hoặc Sở Nội vụ cho sơ kết.");
        }
        if (rows.find(ReviewKey.of(blocYear)).isPresent()) {
            return;
        }
        if (year.status() != BlocYearStatus.OPEN || over(year)) {
            throw new ConflictRefusal("Kỳ công tác của khối đã kết thúc hoặc chưa mở; không sơ kết được.");
        }
        if (covenants.versions(actor, blocYear).stream().noneMatch(Reviews::recorded)) {
            throw new ConflictRefusal("Giao ước của khối chưa được Sở Nội vụ ghi nhận; chưa sơ kết được.");
        }
    }

    private static boolean recorded(CovenantView covenant) {
        return covenant.status() == CovenantStatus.RECORDED || covenant.status() == CovenantStatus.SUPERSEDED;
    }

    private boolean over(BlocYearView year) {
        return rows.today().isAfter(year.to());
    }

    /**
     * Begins the review before its date. A repeat changes nothing.
     *
     * @return whether it was begun by this call
     * @throws ConflictRefusal no covenant is recorded, or the year is over
     */
    public boolean begin(Actor actor, String blocYear) {
        checkBegin(actor, blocYear);
        if (!rows.insert(blocYear, actor.userId())) {
            return false;
        }
        if (!flow.begin(blocYear)) {
            throw new ConflictRefusal("Năm công tác của khối chưa sẵn sàng để sơ kết. Hãy thử lại sau, hoặc báo người giám sát.");
        }
        return true;
    }

    /**
     * Opens the members' reports, from the bloc's date on or earlier. A repeat answers the same.
     *
     * @return not held when the period is over
     */
    public ReviewOpening open(String key) {
        String blocYear = ReviewKey.parse(key).blocYear();
        BlocYearView year = blocs.get(blocYear);
        rows.insert(blocYear, null);
        Review review = rows.lock(key);
        if (review.status() == ReviewStatus.NOT_HELD || review.status() == ReviewStatus.OPENING && over(year)) {
            rows.status(review, ReviewStatus.NOT_HELD);
            return new ReviewOpening(key, year.title(), false, List.of(), null, null);
        }
        head(year); // without one nobody could go on
        if (review.status() == ReviewStatus.OPENING) {
            deadlines.of(blocYear).passed(ReviewPlans.BEGIN);
            rows.list(review, year.current());
            rows.set(review, "status = 'REPORTING', inspection = ?, covenant_version = ?, reports_due_at = ?", plans.of(blocYear).inspection(),
                    covenants.inForce(blocYear).version(),
                    SqlMoment.of(deadlines.of(key).due("REVIEW_REPORT", rows.now().toInstant())));
        }
        Instant due = rows.get(key).reportsDueAt();
        return new ReviewOpening(key, year.title(), true, members(review), due,
                deadlines.of(key).before("REVIEW_REPORT_REMIND", due, "REVIEW_REPORT"));
    }

    /** @throws ConflictRefusal the bloc has no head unit */
    private static String head(BlocYearView year) {
        if (year.head() == null) {
            throw new ConflictRefusal(year.title() + " chưa có đơn vị Trưởng khối.");
        }
        return year.head().unitCode();
    }

    private List<ReviewOpening.Member> members(Review review) {
        List<ReviewPart> parts = rows.active(review);
        Map<String, Organisation.Readiness> units = organisation.readiness(parts.stream().map(ReviewPart::actingUnit).collect(Collectors.toSet()));
        return parts.stream().map(part -> new ReviewOpening.Member(ReviewKey.part(review.key(), part.unit()), part.actingName(),
                Organisation.unitGroup(part.actingUnit()), Organisation.leadGroup(part.actingUnit()), units.get(part.actingUnit()).ready()))
                .toList();
    }

    /**
     * All have reported, or the deadline has passed: whoever has not is noted, and the head unit goes on. A repeat answers the same.
     *
     * @return whether the members inspect each other
     */
    public boolean closeReports(String key) {
        Review review = rows.lock(key);
        if (review.status() != ReviewStatus.REPORTING) {
            return review.inspection();
        }
        List<ReviewPart> parts = rows.active(review);
        List<ReviewPart> missing = parts.stream().filter(part -> !part.reported()).toList();
        missing.forEach(part -> rows.setPart(review, part.unit(), "missing_at = ?", rows.now()));
        boolean inspection = review.inspection() && parts.size() > 1;
        rows.set(review, "status = ?, inspection = ?, closed_missing_at = ?", (inspection ? ReviewStatus.ASSIGNING
                : ReviewStatus.CONSOLIDATING).name(), inspection, missing.isEmpty() ? null : rows.now());
        return inspection;
    }

    // ---- consolidating ----------------------------------------------------------------------------------------------

    /** Checks what the head unit consolidates, changing nothing. @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> checkSummary(Actor actor, String key, Summary summary) {
        Review review = rows.get(key);
        people.requireHead(actor, review.blocYear());
        ReviewRows.require(review, Set.of(ReviewStatus.CONSOLIDATING));
        var errors = new Errors();
        errors.text(summary.overview(), "overview", true, LONGEST, "Nhập đánh giá chung.");
        errors.text(summary.results(), "results", false, LONGEST, null);
        errors.text(summary.limitations(), "limitations", false, LONGEST, null);
        movements(summary.movements(), errors);
        Set<String> units = rows.active(review).stream().map(ReviewPart::unit).collect(Collectors.toSet());
        models(summary.models(), units, errors);
        errors.refuse();
        return missing(review);
    }

    private List<Finding> missing(Review review) {
        List<String> names = rows.active(review).stream().filter(part -> !part.reported()).map(ReviewPart::actingName).toList();
        return names.isEmpty() ? List.of() : rules.finding("B18", rows.today(), "members", "Chưa báo cáo sơ kết: " + String.join("; ", names)
                + ". Khoảng trống được ghi vào hồ sơ và tính vào chấm điểm.").stream().toList();
    }

    private static void movements(List<Movement> movements, Errors errors) {
        errors.when(movements.size() > MOST, "movements", "Tối đa " + MOST + " dòng.");
        for (int i = 0; i < movements.size(); i++) {
            Movement movement = movements.get(i);
            String at = "movements[" + i + "].";
            errors.text(movement == null ? null : movement.title(), at + "title", true, 1_000, "Nhập tên phong trào.");
            if (movement != null) {
                errors.text(movement.results(), at + "results", false, LONGEST, null);
                period(movement.fromYear(), movement.toYear(), at, errors);
            }
        }
    }

    /** @param units that a model may come from; null: the member that reports it */
    static void models(List<ReviewModel> models, Set<String> units, Errors errors) {
        errors.when(models.size() > MOST, "models", "Tối đa " + MOST + " dòng.");
        for (int i = 0; i < models.size(); i++) {
            ReviewModel model = models.get(i);
            String at = "models[" + i + "].";
            errors.when(model == null || model.kind() == null, at + "kind", "Chọn tập thể, cá nhân hay hộ gia đình.");
            errors.text(model == null ? null : model.name(), at + "name", true, 1_000, "Nhập tên điển hình.");
            errors.text(model == null ? null : model.achievement(), at + "achievement", true, LONGEST, "Nêu thành tích.");
            if (model != null) {
                errors.when(units != null && !units.contains(model.unit() == null ? "" : model.unit()), at + "unit",
                        "Chọn đơn vị trong các thành viên của khối.");
                period(model.fromYear(), model.toYear(), at, errors);
            }
        }
    }

    private static void period(Integer from, Integer to, String at, Errors errors) {
        errors.when(from != null && (from < FIRST_YEAR || from > LAST_YEAR), at + "fromYear", "Năm phải trong khoảng 1945–2100.");
        errors.when(to != null && (to < FIRST_YEAR || to > LAST_YEAR), at + "toYear", "Năm phải trong khoảng 1945–2100.");
        errors.when(from != null && to != null && to < from, at + "toYear", "Năm kết thúc trước năm bắt đầu.");
    }

    /** The head unit hands its consolidation in; the conference follows. */
    public void consolidate(Actor actor, String key, Summary summary) {
        Review review = rows.lock(key, Set.of(ReviewStatus.CONSOLIDATING));
        List<Finding> found = checkSummary(actor, key, summary);
        rows.found(review, found, null);
        rows.models(review, summary.models());
        rows.set(review, "status = 'CONFERENCE', summary = ?::jsonb, summary_by = ?, summary_at = ?", json.write(summary.with(List.of())), actor.userId(),
                rows.now());
    }

    // ---- the conference ---------------------------------------------------------------------------------------------

    /** Checks what is entered of the conference, changing nothing. */
    @Transactional(readOnly = true)
    public void checkConference(Actor actor, String key, ReviewConference conference, List<FileRef> files) {
        Review review = rows.get(key);
        people.requireHead(actor, review.blocYear());
        ReviewRows.require(review, Set.of(ReviewStatus.CONFERENCE));
        var errors = new Errors();
        MeetingChecks.held(conference.date(), conference.place(), conference.minutes(), rows.today(), errors);
        BlocYearView year = blocs.get(review.blocYear());
        errors.when(conference.date() != null && conference.date().isBefore(year.from()), "date",
                "Ngày hội nghị không được trước ngày đầu của năm công tác.");
        MeetingChecks.attendance(conference.attendance(), rows.active(review).stream().map(ReviewPart::unit).collect(Collectors.toSet()), errors);
        points(conference.points(), errors);
        decided(conference.conclusions(), "conclusions", year, errors);
        decided(conference.tasks(), "tasks", year, errors);
        errors.refuse();
        attachments.check(actor, review.key(), files, "files");
    }

    private static void points(List<PointDiscussed> points, Errors errors) {
        errors.when(points.size() > MOST, "points", "Tối đa " + MOST + " dòng.");
        for (int i = 0; i < points.size(); i++) {
            PointDiscussed point = points.get(i);
            errors.text(point == null ? null : point.text(), "points[" + i + "].text", true, LONGEST, "Nhập nội dung thảo luận.");
            errors.text(point == null ? null : point.conclusion(), "points[" + i + "].conclusion", false, LONGEST, null);
        }
    }

    private void decided(List<Conclusion> rows, String at, BlocYearView year, Errors errors) {
        Set<String> members = year.current().stream().map(member -> member.unitCode()).collect(Collectors.toSet());
        LocalDate today = this.rows.today();
        errors.when(rows.size() > MOST, at, "Tối đa " + MOST + " dòng.");
        for (int i = 0; i < rows.size(); i++) {
            Conclusion row = rows.get(i);
            String field = at + "[" + i + "].";
            errors.text(row == null ? null : row.content(), field + "content", true, 4_000, "Nhập nội dung cần thực hiện.");
            errors.when(row == null || row.ownerUnit() == null || !members.contains(row.ownerUnit()), field + "ownerUnit",
                    "Chọn đơn vị chủ trì trong các thành viên của khối.");
            errors.when(row == null || row.dueOn() == null, field + "dueOn", "Nhập ngày phải hoàn thành.");
            errors.when(row != null && row.dueOn() != null && (row.dueOn().isBefore(today) || row.dueOn().isAfter(year.to())), field + "dueOn",
                    "Ngày phải hoàn thành từ hôm nay đến ngày cuối của năm công tác.");
        }
    }

    /** The conference was held; what it decided is opened next. */
    public void hold(Actor actor, String key, ReviewConference conference, List<FileRef> files) {
        Review review = rows.lock(key, Set.of(ReviewStatus.CONFERENCE));
        checkConference(actor, key, conference, files);
        attachments.bind(actor, review.key(), "CONFERENCE", files);
        rows.set(review, "status = 'DRAFTING', conference = ?::jsonb, held_by = ?, held_at = ?, head_unit = ?", json.write(conference),
                actor.userId(), rows.now(), head(blocs.get(review.blocYear())));
    }

    /** Each conclusion and each task of the second half becomes a case of its own. A repeat changes nothing. */
    public void openActions(String key) {
        Review review = rows.lock(key);
        ReviewConference conference = rows.conference(review).orElseThrow(ReviewRows::unknown);
        flow.openActions(review.blocYear(), review.key(), review.headUnit(), conference.conclusions(), conference.tasks());
    }

    // ---- the end ----------------------------------------------------------------------------------------------------

    /**
     * The bloc's report is received: nobody's part waits any more; what is missing stays missing, findings nobody answered stay findings.
     * A repeat answers the same.
     *
     * @return keys of the members' parts and of the inspections
     */
    public List<String> close(String key) {
        Review review = rows.lock(key, Set.of(ReviewStatus.RECEIVED));
        List<ReviewPart> parts = rows.parts(review);
        parts.stream().filter(part -> part.active() && !part.reported()).forEach(part ->
                rows.setPart(review, part.unit(), "status = 'NOT_REPORTED', missing_at = coalesce(missing_at, ?)", rows.now()));
        List<Inspection> inspections = rows.inspections(review);
        inspections.stream().filter(row -> row.status() == InspectionStatus.OPEN || row.status() == InspectionStatus.FOUND).forEach(row ->
                rows.setInspection(review, row.no(), "status = ?, missing_at = coalesce(missing_at, ?)",
                        (row.status() == InspectionStatus.FOUND ? InspectionStatus.DONE : InspectionStatus.ENDED).name(), rows.now()));
        return Stream.concat(parts.stream().map(part -> ReviewKey.part(review.key(), part.unit())), inspections.stream().map(Inspection::key))
                .toList();
    }

    /** The bloc's year is about to be closed. @throws ConflictRefusal its review is under way */
    @Transactional(readOnly = true)
    public void checkYearMayClose(String blocYear) {
        rows.find(ReviewKey.of(blocYear)).filter(review -> !review.status().ended()).ifPresent(review -> {
            throw new ConflictRefusal("Sơ kết của khối chưa xong (\"" + review.status().label() + "\"); chưa khép được năm công tác.");
        });
    }

    /** The bloc's year is closed: a review nobody has begun is not held. */
    public void yearCloses(String blocYear) {
        checkYearMayClose(blocYear);
        if (rows.find(ReviewKey.of(blocYear)).isEmpty()) {
            flow.begin(blocYear);
        }
    }
}
