package vn.giaouoc.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.NotAllowed;

/**
 * The members' reports: written by the unit's official, approved by its head. What arrives late is taken until Sở Nội vụ has received the
 * bloc's report; how late it was is kept for the scoring.
 */
@Service
@Transactional
public class ReviewParts {

    private static final int LONGEST = 20_000;

    private final ReviewRows rows;
    private final StoredJson json;
    private final ReviewFigures figures;
    private final Organisation organisation;
    private final Attachments attachments;
    private final ReviewFlow flow;
    private final LateReports lateReports;
    private final Clock clock;

    ReviewParts(ReviewRows rows, StoredJson json, ReviewFigures figures, Organisation organisation, Attachments attachments, ReviewFlow flow,
                LateReports lateReports, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.figures = figures;
        this.organisation = organisation;
        this.attachments = attachments;
        this.flow = flow;
        this.lateReports = lateReports;
        this.clock = clock;
    }

    // ---- opening ----------------------------------------------------------------------------------------------------

    /** A member that could not be given work before. @return its name @throws ConflictRefusal why it still cannot */
    @Transactional(readOnly = true)
    public String requireReady(String key) {
        String unit = rows.part(rows.get(key), ReviewKey.parse(key).part()).actingUnit();
        Organisation.Readiness found = organisation.readiness(List.of(unit)).get(unit);
        if (!found.ready()) {
            throw new ConflictRefusal(found.problem());
        }
        return found.unitName();
    }

    /** The deadline is near and the member has not reported: noted. */
    public void reminded(String key) {
        Review review = rows.get(key);
        rows.setPart(review, ReviewKey.parse(key).part(), "reminded_at = ?", rows.now());
    }

    // ---- writing ----------------------------------------------------------------------------------------------------

    /** The member's targets with what it reported for campaigns already. @param key of the part */
    @Transactional(readOnly = true)
    public List<FigureRow> targets(String key) {
        Review review = rows.get(key);
        return figures.prefilled(review, rows.part(review, ReviewKey.parse(key).part()));
    }

    /** Checks what a unit's official wrote, changing nothing. @return every target with what counts for it */
    @Transactional(readOnly = true)
    public List<FigureRow> check(Actor actor, String key, MemberReport report, List<FileRef> files) {
        Review review = rows.get(key);
        ReviewPart part = rows.part(review, ReviewKey.parse(key).part());
        requireMember(actor, part);
        ReviewRows.require(review, ReviewStatus.TAKES_REPORTS);
        if (part.status() != ReviewMemberStatus.OPEN) {
            throw new ConflictRefusal("Đơn vị đã trình báo cáo này.");
        }
        var errors = new Errors();
        List<FigureRow> counted = figures.check(figures.prefilled(review, part), report.figures(), errors);
        errors.text(report.results(), "results", true, LONGEST, "Nhập kết quả nổi bật.");
        errors.text(report.difficulties(), "difficulties", false, LONGEST, null);
        errors.text(report.proposals(), "proposals", false, LONGEST, null);
        Reviews.models(report.models(), null, errors);
        errors.refuse();
        attachments.check(actor, key, files, "files");
        return counted;
    }

    private static void requireMember(Actor actor, ReviewPart part) {
        if (!Organisation.belongs(actor, part.actingUnit())) {
            throw new NotAllowed("Bạn không thuộc " + part.actingName() + ".");
        }
    }

    /** The unit's official hands the report to the unit's head. */
    public void write(Actor actor, String key, MemberReport report, List<FileRef> files) {
        Review review = rows.lock(key);
        List<FigureRow> counted = check(actor, key, report, files);
        rows.setPart(review, ReviewKey.parse(key).part(), "status = 'SUBMITTED', content = ?::jsonb, written_by = ?",
                json.write(new ReviewPart.Written(report, counted)), actor.userId());
        attachments.bind(actor, key, "EVIDENCE", files);
    }

    // ---- approving --------------------------------------------------------------------------------------------------

    /** Checks the head's decision, changing nothing. @throws NotAllowed who wrote it does not approve it, but may send it back */
    @Transactional(readOnly = true)
    public void checkApproval(Actor actor, String key, Boolean approved, String reason) {
        Review review = rows.get(key);
        ReviewPart part = rows.part(review, ReviewKey.parse(key).part());
        requireMember(actor, part);
        ReviewRows.require(review, ReviewStatus.TAKES_REPORTS);
        if (part.status() != ReviewMemberStatus.SUBMITTED) {
            throw new ConflictRefusal("Chưa có nội dung trình thủ trưởng đơn vị.");
        }
        if (Boolean.TRUE.equals(approved)) {
            actor.requireOtherThan(part.writtenBy());
        }
        var errors = new Errors();
        errors.when(approved == null, "decision", "Chọn đồng ý hoặc trả lại.");
        errors.text(reason, "reason", Boolean.FALSE.equals(approved), LONGEST, "Nêu lý do trả lại.");
        errors.refuse();
    }

    /** The unit's head approves: the figures are recorded. Or sends it back to the official. */
    public void approve(Actor actor, String key, Boolean approved, String reason) {
        Review review = rows.lock(key);
        checkApproval(actor, key, approved, reason);
        String unit = ReviewKey.parse(key).part();
        if (Boolean.TRUE.equals(approved)) {
            accept(actor, review, rows.part(review, unit));
        } else {
            rows.setPart(review, unit, "status = 'OPEN', return_reason = ?, returned_by = ?, returned_at = ?", reason, actor.userId(), rows.now());
        }
    }

    private void accept(Actor actor, Review review, ReviewPart part) {
        Instant now = clock.instant();
        boolean late = now.isAfter(review.reportsDueAt());
        long days = late ? ChronoUnit.DAYS.between(day(review.reportsDueAt()), day(now)) : 0;
        rows.setPart(review, part.unit(), "status = 'REPORTED', approved_by = ?, reported_at = ?, late = ?, days_late = ?", actor.userId(),
                SqlMoment.of(now), late, days);
        rows.figures(review, part.unit(), part.written().rows());
        lateReports.take(review);
        settle(review);
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    /** Of two reports at the same moment the second sees what the first did, and says that all are there. */
    void settle(Review review) {
        if (review.status() == ReviewStatus.REPORTING && rows.active(review).stream().allMatch(ReviewPart::reported)) {
            flow.allReviewed(review.key());
        }
    }
}
