package vn.giaouoc.bloc;

import java.math.BigDecimal;

/**
 * A line of a bloc's table of criteria, which is a tree in the order of reading.
 *
 * @param code     {@code A}, {@code A1}; unique in the table
 * @param parent   code of the line it is part of; null at the top
 * @param max      most points; a line with parts has the sum of theirs
 * @param scoredBy who gives the points, as text; may be null
 */
public record Criterion(String code, String parent, String name, BigDecimal max, String scoredBy) {
}
