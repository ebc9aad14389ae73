package vn.giaouoc.bloc;

/** Answer to a start over REST: {@code created} is false for a repeat of the same request. */
public record RegisteredComposition(String code, boolean created) {
}
