package vn.giaouoc.covenant;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.organisation.Organisation;

/** Parts of units that come to a bloc by a succession while its covenant is being made: they join where the bloc is. */
@Component
class LateParts {

    private final CovenantRows rows;
    private final BlocYears blocs;
    private final CovenantFlow flow;

    LateParts(CovenantRows rows, BlocYears blocs, CovenantFlow flow) {
        this.rows = rows;
        this.blocs = blocs;
        this.flow = flow;
    }

    /**
     * A part of its own for each of these units that is a member of the bloc and acts for no part yet. While the head unit drafts nobody has
     * a part: it is given with the others'.
     */
    void open(Run run, Collection<String> units) {
        if (run.status() == CovenantStatus.DRAFTING) {
            return;
        }
        BlocYearView year = blocs.get(run.blocYear());
        Set<String> members = year.current().stream().map(BlocMember::unitCode).collect(Collectors.toSet());
        Set<String> acting = rows.parts(run).stream().filter(Part::active).map(Part::actingUnit).collect(Collectors.toSet());
        List<String> late = units.stream().filter(unit -> members.contains(unit) && !acting.contains(unit)).distinct().toList();
        late.forEach(unit -> {
            rows.join(run, unit);
            flow.partOpened(run.key(), year.title(), new MemberPart(CovenantKey.part(run.key(), unit), unit, rows.part(run, unit).actingName(),
                    Organisation.unitGroup(unit), Organisation.leadGroup(unit), null));
        });
    }
}
