package vn.giaouoc.review;

import java.time.Instant;
import java.util.List;

/** Inspections that begin: what their cases need. */
public record InspectionOpening(String key, String title, List<Assigned> assigned, Instant dueAt) {

    /** @param ready false: one of the two units cannot be given work yet */
    public record Assigned(String key, String inspectorName, String inspectorGroup, String inspectedGroup, boolean ready) {
    }
}
