package vn.giaouoc.midyear;

/** @param opened false: it had been opened before, nothing was done */
public record RegisteredMidYear(String code, boolean opened) {
}
