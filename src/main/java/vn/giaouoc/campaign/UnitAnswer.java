package vn.giaouoc.campaign;

import java.time.LocalDate;
import java.util.List;

/** A unit's answer to a campaign: its own plan, or why it needs none, and the works it registers. */
public record UnitAnswer(Boolean ownPlan, String planTitle, String planNumber, LocalDate planDate, String noPlanReason,
                         List<RegisteredWork> works, List<CoveredSubject> coveredSubjects) {

    public UnitAnswer {
        works = works == null ? List.of() : works;
        coveredSubjects = coveredSubjects == null ? List.of() : coveredSubjects;
    }
}
