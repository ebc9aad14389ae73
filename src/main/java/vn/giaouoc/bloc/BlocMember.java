package vn.giaouoc.bloc;

import java.time.LocalDate;

/** A unit in a bloc. @param until null: still a member */
public record BlocMember(String unitCode, String unitName, BlocRole role, LocalDate from, LocalDate until) {
}
