package vn.giaouoc.review;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Handover;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.SuccessionListener;

/**
 * Reviews of a unit that has ended go on in the hands of its heir. Where the heir is a member itself, the former unit's part is not waited
 * for any more, unless it has reported; an inspection between the two is not held.
 */
@Component
class ReviewSuccession implements SuccessionListener {

    private final ReviewRows rows;
    private final ReviewParts parts;
    private final Inspections inspections;
    private final Organisation organisation;
    private final ReviewFlow flow;
    private final JdbcClient jdbc;

    ReviewSuccession(ReviewRows rows, ReviewParts parts, Inspections inspections, Organisation organisation, ReviewFlow flow, JdbcClient jdbc) {
        this.rows = rows;
        this.parts = parts;
        this.inspections = inspections;
        this.organisation = organisation;
        this.flow = flow;
        this.jdbc = jdbc;
    }

    @Override
    public void succeeded(Handover handover) {
        jdbc.sql("select distinct m.bloc_year || '/SK' || m.seq from review_member m join review r on r.bloc_year = m.bloc_year and r.seq = m.seq "
                        + "where m.acting_unit = ? and m.left_on is null and r.status not in ('RECEIVED', 'NOT_HELD') order by 1")
                .param(handover.from()).query(String.class).list().forEach(key -> succeeded(rows.lock(key), handover));
    }

    private void succeeded(Review review, Handover handover) {
        List<ReviewPart> active = rows.active(review);
        boolean heirIsMember = active.stream().anyMatch(part -> part.actingUnit().equals(handover.heir()));
        active.stream().filter(part -> part.actingUnit().equals(handover.from())).forEach(part -> {
            if (!part.reported() && (heirIsMember || handover.to().isEmpty())) {
                rows.setPart(review, part.unit(), "left_on = ?", handover.on());
                flow.end(List.of(ReviewKey.part(review.key(), part.unit())), handover.reason());
            } else {
                rows.setPart(review, part.unit(), "acting_unit = ?", handover.heir());
            }
        });
        rows.inspections(review).stream().filter(row -> row.status() == InspectionStatus.OPEN || row.status() == InspectionStatus.FOUND)
                .filter(row -> organisation.current(row.inspector()).equals(organisation.current(row.inspected()))).forEach(row -> {
                    rows.setInspection(review, row.no(), "status = 'ENDED', problem = ?", handover.reason());
                    flow.end(List.of(row.key()), handover.reason());
                });
        parts.settle(review);
        inspections.settle(review);
    }
}
