package vn.giaouoc.review;

import java.time.LocalDate;

/**
 * The words of the bloc's report.
 *
 * @param number    of the head unit's own register ({@code 12/BC-BDV}); null: not in a register
 * @param issueDate null: the day it is signed
 */
public record BlocReport(String number, LocalDate issueDate, String overview, String results, String limitations, String directions,
                         String proposals) {
}
