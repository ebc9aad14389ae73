package vn.giaouoc.bloc;

import java.time.LocalDate;

/**
 * A unit's membership in a bloc of one year. A unit whose role changed has one for each role.
 *
 * @param from  first day
 * @param until last day; null: still a member
 */
public record BlocMember(String unitCode, String unitName, BlocRole role, LocalDate from, LocalDate until) {
}
