package vn.giaouoc.covenant;

import java.math.BigDecimal;

/**
 * What a target means for one member, or for the bloc.
 *
 * @param unitCode null: the bloc as a whole
 * @param base     how many people or units the percentage is of; null where unknown or none
 * @param exact    value in people or units, exactly: 28.5; null where it means no number of them
 * @param people   the same after the target's rounding rule, as the limit it sets: 190 for "≥ 95 % of 200"
 * @param text     in words: "Ít nhất 190 người (95 % của 200 người)"
 */
public record TargetMeaning(String targetId, String unitCode, String unitName, BigDecimal base, BigDecimal exact, BigDecimal people,
                            String text) {
}
