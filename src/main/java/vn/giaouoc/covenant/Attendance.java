package vn.giaouoc.covenant;

/** Who came to the conference for a unit. */
public record Attendance(String unit, boolean present, String representative, String position) {
}
