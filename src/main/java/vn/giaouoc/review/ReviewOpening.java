package vn.giaouoc.review;

import java.time.Instant;
import java.util.List;

/**
 * A review that begins: what its cases need.
 *
 * @param held      false: the period is over, nobody is asked
 * @param headLeadGroup engine group of the heads of the head unit; null when not held
 */
public record ReviewOpening(String key, String title, boolean held, String headLeadGroup, List<Member> members, Instant dueAt, Instant remindAt) {

    /** @param ready false: the unit cannot be given work yet */
    public record Member(String key, String unitName, String unitGroup, String leadGroup, boolean ready) {
    }
}
