package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.util.List;

/**
 * The members' registrations added up.
 *
 * @param staff people of the units that have registered
 */
public record Consolidated(int members, int registered, long staff, List<TitleTotal> titles, int initiatives, int models,
                           List<TargetTotal> targets) {

    /** @param units how many members registered it */
    public record TitleTotal(String title, String name, Title.Kind kind, BigDecimal count, int units) {
    }

    /** A target of each member in people: the sum over the members whose number is known. */
    public record TargetTotal(String targetId, String name, BigDecimal people, int units) {
    }
}
