package vn.giaouoc.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.giaouoc.covenant.Rounding;
import vn.giaouoc.covenant.TargetComparator;

/**
 * How a figure stands to its target. Exact decimals; people are whole where the target's own rounding rule makes its limit whole and the
 * share, as precisely as it was written, is one of whole people: 93,33 % of 30 are 28, but 94,8 % of 200 are no number of people.
 *
 * @param deviation   value − target, in the target's unit; null for a target without value
 * @param people      what the value comes to in people or units; null where it comes to none
 * @param peopleShort people − what the target comes to; null where unknown
 * @param reached     whether the target is reached: by whole people where both are, otherwise by the value
 */
public record Outcome(BigDecimal deviation, BigDecimal people, BigDecimal peopleShort, boolean reached) {

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
        BigDecimal exact = base == null ? null : base.multiply(value).movePointLeft(2);
        boolean whole = exact != null && rounding != null && rounding != Rounding.NONE && whole(exact, base, value);
        BigDecimal people = whole ? exact.setScale(0, RoundingMode.HALF_UP) : exact;
        boolean byPeople = whole && limit != null;
        return new Outcome(plain(value.subtract(target)), plain(people), people == null || limit == null ? null : plain(people.subtract(limit)),
                byPeople ? reached(included(comparator), people.compareTo(limit)) : reached(comparator, value.compareTo(target)));
    }

    /** Whether the share may be the rounded one of a whole number: not further from it than half its last digit. */
    private static boolean whole(BigDecimal exact, BigDecimal base, BigDecimal value) {
        BigDecimal half = BigDecimal.valueOf(5).movePointLeft(Math.max(0, value.stripTrailingZeros().scale()) + 1);
        BigDecimal away = exact.subtract(exact.setScale(0, RoundingMode.HALF_UP)).abs();
        return away.compareTo(base.multiply(half).movePointLeft(2)) <= 0;
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
