package vn.giaouoc.review;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One unit inspects another.
 *
 * @param inspector     code when it was drawn; the task goes to its heir
 * @param reciprocal    whether the inspected unit inspects the inspector, too
 * @param reason        why a reciprocal pair was kept
 * @param agrees        the inspected unit's word; null before
 * @param missing       the deadline passed without the findings ({@code recordedAt} null or later), or without the answer to them
 */
public record Inspection(String key, int no, String inspector, String inspectorName, String inspected, String inspectedName,
                         InspectionStatus status, boolean reciprocal, String reason, LocalDate inspectedOn, String findings,
                         String proposals, Instant recordedAt, Boolean agrees, String comment, boolean missing, String problem) {
}
