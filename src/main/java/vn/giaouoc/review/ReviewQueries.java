package vn.giaouoc.review;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.Actor;

/** What people, papers and systems read of one review. Methods without an actor are for callers that have asked already. */
@Service
@Transactional(readOnly = true)
public class ReviewQueries {

    private final ReviewRows rows;
    private final ReviewPlans plans;
    private final ReviewAccess access;
    private final ReportContent content;
    private final BlocYears blocs;

    ReviewQueries(ReviewRows rows, ReviewPlans plans, ReviewAccess access, ReportContent content, BlocYears blocs) {
        this.rows = rows;
        this.plans = plans;
        this.access = access;
        this.content = content;
        this.blocs = blocs;
    }

    /** The review of a bloc-year as this person may see it, also before it has begun. @throws vn.giaouoc.shared.NotFound */
    public ReviewView ofYear(Actor actor, String blocYear) {
        access.requireVisible(actor, blocYear);
        String key = ReviewKey.of(blocYear);
        return rows.find(key).map(review -> shown(actor, view(review))).orElseGet(() -> notBegun(blocYear));
    }

    /** Whether there is a review with this key, for the product's own use. */
    public boolean begun(String key) {
        return rows.find(key).isPresent();
    }

    private ReviewView notBegun(String blocYear) {
        BlocYearView year = blocs.get(blocYear);
        ReviewPlans.Plan plan = plans.of(blocYear);
        return new ReviewView(ReviewKey.of(blocYear), blocYear, year.title(), ReviewStatus.NOT_BEGUN, plan.beginOn(), plan.inspection(), null,
                null, null, List.of(), List.of(), null, null, null, null, null, null, null, null, null);
    }

    /** One review by its key, or by that of a part. @throws vn.giaouoc.shared.NotFound */
    public ReviewView get(String key) {
        return view(rows.get(key));
    }

    /** The same as this person may see it: what a member wrote for itself, approved also for the head unit and the offices. */
    public ReviewView get(Actor actor, String key) {
        access.requireVisible(actor, ReviewKey.parse(key).blocYear());
        return shown(actor, get(key));
    }

    private ReviewView view(Review review) {
        BlocYearView year = blocs.get(review.blocYear());
        Optional<ReviewRows.Sealed> sealed = rows.sealed(review);
        return new ReviewView(review.key(), review.blocYear(), year.title(), review.status(), plans.of(review.blocYear()).beginOn(),
                review.inspection(), review.begunAt(), review.reportsDueAt(), review.inspectionsDueAt(),
                rows.active(review).stream().map(ReviewQueries::member).toList(), rows.inspections(review), rows.summary(review).orElse(null),
                rows.conference(review).orElse(null), sealed.map(report -> report.report().report()).orElse(null),
                sealed.map(ReviewRows.Sealed::digest).orElse(null), sealed.map(ReviewRows.Sealed::signerName).orElse(null),
                sealed.map(ReviewRows.Sealed::capacity).orElse(null), sealed.map(ReviewRows.Sealed::signedAt).orElse(null),
                review.returnReason(), review.receivedAt());
    }

    private static ReviewMemberView member(ReviewPart part) {
        return new ReviewMemberView(part.unit(), part.actingName(), part.role(), part.actingUnit(), part.status(), part.missingAt() != null,
                part.reportedAt(), part.late(), part.daysLate(), part.written() == null ? null : part.written().report(),
                part.written() == null ? List.of() : part.written().rows(), part.returnReason());
    }

    private ReviewView shown(Actor actor, ReviewView view) {
        boolean all = access.readsAll(actor, view.blocYear());
        boolean signed = all || view.status() == ReviewStatus.SIGNED || view.status() == ReviewStatus.RECEIVED;
        return new ReviewView(view.key(), view.blocYear(), view.title(), view.status(), view.beginOn(), view.inspection(), view.begunAt(),
                view.reportsDueAt(), view.inspectionsDueAt(), view.members().stream().map(member -> shown(actor, view, member, all)).toList(),
                view.inspections().stream().filter(row -> all || access.worksFor(actor, row.inspector()) || access.worksFor(actor, row.inspected()))
                        .toList(), signed ? view.summary() : null, view.conference(), signed ? view.report() : null,
                signed ? view.digest() : null, view.signerName(), view.capacity(), view.signedAt(), all ? view.returnReason() : null,
                view.receivedAt());
    }

    /** A member reads all of its own; others only what its head has approved: the offices, the head unit and who inspects it. */
    private ReviewMemberView shown(Actor actor, ReviewView view, ReviewMemberView member, boolean all) {
        if (Organisation.belongs(actor, member.actingUnit())) {
            return member;
        }
        boolean approved = member.status() == ReviewMemberStatus.REPORTED && (all || view.inspections().stream().anyMatch(row ->
                row.inspected().equals(member.unitCode()) && access.worksFor(actor, row.inspector())));
        return new ReviewMemberView(member.unitCode(), member.unitName(), member.role(), member.actingUnit(), member.status(), member.missing(),
                member.reportedAt(), member.late(), member.daysLate(), approved ? member.report() : null,
                approved ? member.figures() : List.of(), null);
    }

    /** Whether this person may read what a member reported and its evidence. @param key of the part */
    public boolean readable(Actor actor, String key) {
        return access.maySee(actor, key);
    }

    /** What the members reported, by measure. */
    public List<MeasureFigure> figures(String key) {
        return content.figures(rows.active(rows.get(key)));
    }

    /** Awards of the members that were granted outside the bloc. */
    public List<AwardLine> awards(String key) {
        Review review = rows.get(key);
        return content.awards(rows.active(review), blocs.get(review.blocYear()));
    }

    /** An inspection by its key. @throws vn.giaouoc.shared.NotFound */
    public Inspection inspection(String key) {
        return rows.inspection(key);
    }

    /** A member by the key of its part. @throws vn.giaouoc.shared.NotFound */
    public ReviewMemberView member(String key) {
        return member(rows.part(rows.get(key), ReviewKey.parse(key).part()));
    }
}
