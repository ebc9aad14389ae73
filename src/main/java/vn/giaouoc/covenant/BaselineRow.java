package vn.giaouoc.covenant;

import java.math.BigDecimal;

/**
 * A target as it was recorded, for the later reviews. Never changed.
 *
 * @param unitCode {@link #BLOC} for a target of the bloc as a whole
 * @param value    in the target's unit; null where it has none (DONE)
 * @param people   what it means in people or units; null where it means none
 */
public record BaselineRow(String blocYear, int version, String unitCode, String targetId, String measure, TargetComparator comparator,
                          BigDecimal value, BigDecimal people) {

    /** In place of a unit. */
    public static final String BLOC = "*";
}
