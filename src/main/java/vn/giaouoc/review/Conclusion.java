package vn.giaouoc.review;

import java.time.LocalDate;

/** What the conference decided to be done. @param ownerUnit a member @param dueOn within the period */
public record Conclusion(String content, String ownerUnit, LocalDate dueOn) {
}
