package vn.giaouoc.organisation;

/** A person as papers and histories name it. {@code position} may be null. */
public record PersonView(String userId, String name, String position) {
}
