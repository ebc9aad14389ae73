package vn.giaouoc.covenant;

/**
 * One difference between two contents, in words an official reads.
 *
 * @param part   "Chỉ tiêu", "Nội dung giao ước" …
 * @param before null: added
 * @param after  null: taken out
 */
public record DiffRow(String part, String before, String after) {
}
