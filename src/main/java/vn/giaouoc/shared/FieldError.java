package vn.giaouoc.shared;

/**
 * One thing wrong with one field.
 *
 * @param field   path as the form or the JSON body names it, e.g. {@code targets[0].unit}
 * @param message Vietnamese, says what is wrong and what is expected
 */
public record FieldError(String field, String message) {
}
