package vn.giaouoc.workflow.covenant;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.ConflictRefusal;

/** Whether a unit can be given work now. */
@Component
class UnitReadiness {

    private final Organisation organisation;

    UnitReadiness(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @return the unit's name @throws ConflictRefusal why it cannot */
    String require(String unit) {
        Organisation.Readiness readiness = organisation.readiness(List.of(unit)).get(unit);
        if (!readiness.ready()) {
            throw new ConflictRefusal(readiness.problem());
        }
        return readiness.unitName();
    }
}
