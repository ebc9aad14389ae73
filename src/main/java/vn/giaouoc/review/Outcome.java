package vn.giaouoc.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.giaouoc.covenant.Rounding;
import vn.giaouoc.covenant.TargetComparator;

/**
 * How a figure stands to its target. Exact decimals; people are whole where the target's own rounding rule makes its limit whole.
 *
 * @param deviation   value − target, in the target's unit; null for a target without value
 * @param people      what the value comes to in people or units; null where it comes to none
 * @param peopleShort people − what the target comes to; null where unknown
 * @param reached     whether the target is reached
 */
public record Outcome(BigDecimal deviation, BigDecimal people, BigDecimal peopleShort, boolean reached) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @param target null for a target that is reached or not: the value is then 1 or 0
     * @param base   how many people or units a percentage is of, or null
     * @param limit  what the target comes to, after its rounding rule, or null
     * @return null without a value: not judged
     */
    static Outcome of(TargetComparator comparator, BigDecimal target, Rounding rounding, BigDecimal base, BigDecimal limit, BigDecimal value) {
        if (value == null) {
            return null;
        }
        if (comparator == TargetComparator.DONE || target == null) {
            return new Outcome(null, null, null, value.signum() > 0);
        }
        boolean whole = rounding != null && rounding != Rounding.NONE;
        BigDecimal exact = base == null ? null : base.multiply(value).divide(HUNDRED);
        BigDecimal people = exact == null ? null : whole ? exact.setScale(0, RoundingMode.HALF_UP) : exact;
        boolean byPeople = people != null && limit != null && whole;
        return new Outcome(plain(value.subtract(target)), plain(people), people == null || limit == null ? null : plain(people.subtract(limit)),
                byPeople ? reached(included(comparator), people.compareTo(limit)) : reached(comparator, value.compareTo(target)));
    }

    /** A limit that was rounded to whole people includes itself. */
    private static TargetComparator included(TargetComparator comparator) {
        return switch (comparator) {
            case MORE_THAN -> TargetComparator.AT_LEAST;
            case LESS_THAN -> TargetComparator.AT_MOST;
            default -> comparator;
        };
    }

    private static boolean reached(TargetComparator comparator, int compared) {
        return switch (comparator) {
            case AT_LEAST -> compared >= 0;
            case MORE_THAN -> compared > 0;
            case EXACTLY -> compared == 0;
            case AT_MOST -> compared <= 0;
            case LESS_THAN -> compared < 0;
            case DONE -> throw new IllegalArgumentException("A target without value is not compared");
        };
    }

    private static BigDecimal plain(BigDecimal value) {
        return MidTermReviews.plain(value);
    }
}
