package vn.giaouoc.covenant;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.organisation.Handover;
import vn.giaouoc.organisation.SuccessionListener;

/**
 * Covenants of a unit that has ended. What it has not signed its heir signs in its place, unless the heir is a member itself: then the part
 * is not waited for any more. What it has signed stands; its successors take it on by an annex. Other successors that are members of the
 * bloc now get a part of their own while the content is not agreed, an annex afterwards. No other signature is touched.
 */
@Component
class CovenantSuccession implements SuccessionListener {

    private final CovenantRows rows;
    private final Covenants covenants;
    private final CovenantSigning signing;
    private final Annexes annexes;
    private final LateParts late;
    private final BlocYears blocs;
    private final CovenantFlow flow;
    private final JdbcClient jdbc;

    CovenantSuccession(CovenantRows rows, Covenants covenants, CovenantSigning signing, Annexes annexes, LateParts late, BlocYears blocs,
            CovenantFlow flow, JdbcClient jdbc) {
        this.rows = rows;
        this.covenants = covenants;
        this.signing = signing;
        this.annexes = annexes;
        this.late = late;
        this.blocs = blocs;
        this.flow = flow;
        this.jdbc = jdbc;
    }

    @Override
    public void succeeded(Handover handover) {
        jdbc.sql("select m.bloc_year || '/GU' || m.version from covenant_member m "
                        + "join covenant c on c.bloc_year = m.bloc_year and c.version = m.version "
                        + "join bloc_year y on y.code = m.bloc_year where m.acting_unit = ? "
                        + "and m.left_on is null and c.status not in ('SUPERSEDED', 'GIVEN_UP') "
                        + "and y.status <> 'CLOSED' order by 1")
                .param(handover.from()).query(String.class).list().forEach(key -> succeeded(rows.lock(key), handover));
    }

    private void succeeded(Run run, Handover handover) {
        List<Part> parts = rows.parts(run).stream().filter(Part::active).toList();
        boolean heirIsMember = parts.stream().anyMatch(part -> part.actingUnit().equals(handover.heir()));
        parts.stream().filter(part -> part.actingUnit().equals(handover.from())).forEach(part -> {
            if (bound(run, part)) {
                rows.setPart(run, part.unit(), "acting_unit = ?", handover.heir());
                takeOn(run, handover, handover.to());
                return;
            }
            boolean leaves = handover.to().isEmpty() || heirIsMember;
            if (!leaves) {
                rows.setPart(run, part.unit(), "acting_unit = ?", handover.heir());
            }
            others(run, handover, handover.to().stream().filter(unit -> !unit.equals(handover.heir()) && !acts(parts, unit)).toList());
            if (leaves) { // last: with it the round may be over
                leave(run, part, handover);
            }
        });
        if (!run.status().agreed()) { // what is agreed says who was what
            rows.roles(run, blocs.get(run.blocYear()).current());
        }
    }

    /** Successors besides the heir. */
    private void others(Run run, Handover handover, List<String> successors) {
        if (run.status().agreed()) {
            takeOn(run, handover, successors);
        } else {
            late.open(run, successors);
        }
    }

    /** Whether the unit had signed, or the covenant is recorded. */
    private boolean bound(Run run, Part part) {
        return run.status() == CovenantStatus.RECORDED
                || Stream.ofNullable(rows.signatures(run).get(part.unit())).anyMatch(signature -> signature.state().signed());
    }

    private static boolean acts(List<Part> parts, String unit) {
        return parts.stream().anyMatch(part -> part.actingUnit().equals(unit));
    }

    private void takeOn(Run run, Handover handover, List<String> successors) {
        successors.forEach(unit -> annexes.add(run, handover.from(), unit, handover.on(), handover.reason()));
        rows.sealed(run).filter(sealed -> !successors.isEmpty()).ifPresent(sealed -> annexes.open(run, sealed.digest()));
    }

    private void leave(Run run, Part part, Handover handover) {
        rows.setPart(run, part.unit(), "left_on = ?", handover.on());
        flow.partsEnded(run.key(), List.of(part.unit()), handover.reason());
        covenants.partLeft(run.key());
        signing.partLeft(run.key());
    }
}
