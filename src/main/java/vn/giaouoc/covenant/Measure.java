package vn.giaouoc.covenant;

/**
 * A measure of the catalogue.
 *
 * @param needsBase whether a target must name what its percentage is of
 * @param direction usual direction
 * @param rounding  usual rounding rule
 */
public record Measure(String code, String name, Kind kind, String unit, boolean needsBase, Direction direction, Rounding rounding,
                      String legalSource) {

    /** What a value of the measure is. RATING: a level of {@link CovenantCatalogue#ratings()}. TEXT and DONE: without value. */
    public enum Kind { PERCENT, COUNT, INDEX, DONE, RATING, TEXT }
}
