package vn.giaouoc.review;

import java.math.BigDecimal;

/**
 * What the members of a bloc reported of one measure, to be gathered with that of other blocs: nothing is rounded yet.
 *
 * @param place   in the catalogue of measures, from 0
 * @param measure code in the catalogue of measures
 * @param unit    {@code %}, {@code sáng kiến} …; may be empty
 * @param counted whether the sum says something; of shares, points and ratings only the average does
 * @param targets how many targets of members were reported with a figure, at least 1
 * @param total   the figures added up, exact
 * @param reached how many of the targets were reached
 * @param missed  how many were not
 */
public record MeasureTotal(int place, String measure, String name, String unit, boolean counted, int targets, BigDecimal total, int reached,
                           int missed) {
}
