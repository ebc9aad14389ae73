package vn.giaouoc.covenant;

import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocAccess;
import vn.giaouoc.document.CaseAccess;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotFound;

/** Who may see what lies under a bloc-year: its covenants, the members' parts in them, annexes. */
@Component
public class CovenantAccess implements CaseAccess {

    private final BlocAccess blocs;
    private final CovenantRows rows;

    CovenantAccess(BlocAccess blocs, CovenantRows rows) {
        this.blocs = blocs;
        this.rows = rows;
    }

    @Override
    public boolean owns(String subject) {
        return CovenantKey.isOne(subject);
    }

    /**
     * Of the covenant ({@code KT-2026-001/GU1}) and its annexes: the offices, the bloc's units and those that take part. Of a part: that
     * unit and the head unit.
     */
    @Override
    public boolean maySee(Actor actor, String subject) {
        CovenantKey key = CovenantKey.parse(subject);
        if (key.unit() == null || key.unit().startsWith("PL")) {
            return blocs.readsAll(actor) || blocs.isMember(actor, key.blocYear()) || takesPart(actor, key.blocYear());
        }
        return blocs.isHead(actor, key.blocYear()) || Organisation.belongs(actor, key.unit())
                || rows.parts(rows.get(subject)).stream().anyMatch(part -> part.unit().equals(key.unit())
                && Organisation.belongs(actor, part.actingUnit()));
    }

    /** @throws NotFound for those who may not see the bloc's covenants, so that nobody learns what exists */
    public void requireVisible(Actor actor, String blocYear) {
        if (!blocYear.startsWith("KT-") || !blocs.maySee(actor, blocYear) && !takesPart(actor, blocYear)) {
            throw CovenantRows.unknown();
        }
    }

    /** A successor that is in another bloc acts for a part of this one, or signs an annex, and has to read what it takes on. */
    private boolean takesPart(Actor actor, String blocYear) {
        return rows.takingPart(blocYear).stream().anyMatch(unit -> Organisation.belongs(actor, unit));
    }

    /** Whether the person reads drafts, and what other members said: the offices and the head unit. */
    boolean readsAll(Actor actor, String blocYear) {
        return blocs.readsAll(actor) || blocs.isHead(actor, blocYear);
    }
}
