package vn.giaouoc.covenant;

/** What was discussed and what came of it. */
public record PointDiscussed(String text, String conclusion) {
}
