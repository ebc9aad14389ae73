package vn.giaouoc.review;

/** Who inspects whom. */
public record Pair(String inspector, String inspected) {
}
