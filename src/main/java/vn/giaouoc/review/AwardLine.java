package vn.giaouoc.review;

import java.time.LocalDate;

/** An award of a member that was granted outside the bloc, as the report names it. @param year of the award; the decision may be later */
public record AwardLine(String unitName, String award, int year, String decision, LocalDate decidedOn, String grantedBy) {
}
