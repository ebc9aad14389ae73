package vn.giaouoc.review;

import java.math.BigDecimal;

/**
 * What a member enters for one target.
 *
 * @param value          in the target's unit; null: as reported for campaigns already, or not known yet. 1 or 0 where a target is reached
 *                       or not
 * @param overrideReason why it is another than the figure reported for campaigns
 * @param note           why the target falls short; for a target in words: what was done
 */
public record FigureEntry(String targetId, BigDecimal value, String overrideReason, String note) {
}
