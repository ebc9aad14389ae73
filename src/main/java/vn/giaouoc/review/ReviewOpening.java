package vn.giaouoc.review;

import java.time.Instant;
import java.util.List;

/**
 * A review that begins: what its cases need.
 *
 * @param held      false: the period is over, nobody is asked
 */
public record ReviewOpening(String key, String title, boolean held, List<Member> members, Instant dueAt, Instant remindAt) {

    /** @param ready false: the unit cannot be given work yet */
    public record Member(String key, String unitName, String unitGroup, String leadGroup, boolean ready) {
    }
}
