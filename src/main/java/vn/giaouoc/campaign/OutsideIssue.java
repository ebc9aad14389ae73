package vn.giaouoc.campaign;

import java.time.LocalDate;

/** How a plan was issued outside this product; the number may be unknown ("chưa rõ số"). */
public record OutsideIssue(String issuer, LocalDate issueDate, String signerName, String signerTitle, String number,
                           boolean numberUnknown) {
}
