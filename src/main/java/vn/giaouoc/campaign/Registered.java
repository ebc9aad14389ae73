package vn.giaouoc.campaign;

/** Answer to a start over REST: {@code created} is false for a repeat of the same request. */
public record Registered(String code, boolean created) {
}
