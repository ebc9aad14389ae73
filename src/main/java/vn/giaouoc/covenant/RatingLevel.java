package vn.giaouoc.covenant;

/** A level of the yearly rating of a unit. @param value the higher the better; the value of a target with a RATING measure */
public record RatingLevel(int value, String name) {

    /** The unit of such a target. */
    public static final String UNIT = "mức";
}
