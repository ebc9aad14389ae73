package vn.giaouoc.review;

import java.util.Collection;
import java.util.List;

/** Awards of members that were granted outside their bloc; the room that keeps them answers. */
public interface ReviewAwards {

    /** What these units were granted for the year or decided in it. */
    List<AwardLine> of(Collection<String> units, int year);
}
