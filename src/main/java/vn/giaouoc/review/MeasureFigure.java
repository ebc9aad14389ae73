package vn.giaouoc.review;

import java.math.BigDecimal;

/**
 * What the members of a bloc reported of one target of their covenant.
 *
 * @param measure code in the catalogue of measures
 * @param name    of the target, as the covenant has it
 * @param unit    {@code %}, {@code sáng kiến} …; may be empty
 * @param counted whether figures are added up ({@code total}); shares, points and ratings only have an average
 * @param targets how many members reported a figure
 * @param total   the figures added up; null where they are not counts
 * @param average exact to 4 decimals, half up; null without figures
 * @param reached how many of them reached the target
 * @param missed  how many were not
 */
public record MeasureFigure(String measure, String name, String unit, boolean counted, int targets, BigDecimal total, BigDecimal average,
                            int reached, int missed) {
}
