package vn.giaouoc.bloc;

import java.time.Instant;
import java.time.LocalDate;

/** A composition in a list; fields as in {@link CompositionView}. */
public record CompositionSummary(String code, String status, String title, int year, boolean schoolYear, LocalDate from, LocalDate to,
                                 String campaignCode, String number, LocalDate issueDate, int blocs, Instant begunAt, Instant inForceAt) {
}
