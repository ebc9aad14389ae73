package vn.giaouoc.review;

import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocAccess;
import vn.giaouoc.document.CaseAccess;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.Actor;

/** Who may see what lies under a bloc's review: the review itself, the members' reports with their evidence, inspections. */
@Component
class ReviewAccess implements CaseAccess {

    private final BlocAccess blocs;
    private final Organisation organisation;
    private final ReviewRows rows;

    ReviewAccess(BlocAccess blocs, Organisation organisation, ReviewRows rows) {
        this.blocs = blocs;
        this.organisation = organisation;
        this.rows = rows;
    }

    @Override
    public boolean owns(String subject) {
        return ReviewKey.isOne(subject);
    }

    /**
     * Of the review: the offices and the bloc's units. Of a member's report: that unit; when its head has approved it, the offices, the
     * head unit and who inspects it, too. Of an inspection: the offices, the head unit, and the two units.
     */
    @Override
    public boolean maySee(Actor actor, String subject) {
        ReviewKey key = ReviewKey.parse(subject);
        boolean all = readsAll(actor, key.blocYear());
        if (key.part() == null) {
            return all || blocs.isMember(actor, key.blocYear());
        }
        return rows.find(subject).filter(review -> key.isInspection() ? all || inspects(actor, review, key)
                : reports(actor, review, key.part(), all)).isPresent();
    }

    private boolean inspects(Actor actor, Review review, ReviewKey key) {
        return rows.inspections(review).stream().filter(row -> row.no() == key.inspection())
                .anyMatch(row -> worksFor(actor, row.inspector()) || worksFor(actor, row.inspected()));
    }

    private boolean reports(Actor actor, Review review, String unit, boolean all) {
        return rows.findPart(review, unit).filter(part -> Organisation.belongs(actor, part.actingUnit()) || part.reported() && (all
                || rows.inspections(review).stream().anyMatch(row -> row.inspected().equals(unit) && worksFor(actor, row.inspector())))).isPresent();
    }

    /** Whether the person is of the unit, or of the one that does its work today. */
    boolean worksFor(Actor actor, String unit) {
        return Organisation.belongs(actor, unit) || Organisation.belongs(actor, organisation.current(unit));
    }

    /** Whether the person reads what every member reported: the offices and the head unit. */
    boolean readsAll(Actor actor, String blocYear) {
        return blocs.readsAll(actor) || blocs.isHead(actor, blocYear);
    }

    /** @throws vn.giaouoc.shared.NotFound for those who may not see the bloc, so that nobody learns what exists */
    void requireVisible(Actor actor, String blocYear) {
        if (!blocYear.startsWith("KT-") || !blocs.maySee(actor, blocYear)) {
            throw ReviewRows.unknown();
        }
    }
}
