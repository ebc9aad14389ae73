package vn.giaouoc.bloc;

import java.time.LocalDate;

/** How a decision was issued outside this product. */
public record OutsideDecision(String issuer, String number, LocalDate issueDate, String signerName, String signerTitle) {
}
