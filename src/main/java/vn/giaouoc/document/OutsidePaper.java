package vn.giaouoc.document;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A paper that was issued outside this product.
 *
 * @param number as printed, or null when it is not known ("chưa rõ số")
 * @param file   the bound PDF
 */
public record OutsidePaper(String paperId, String caseCode, String kind, String title, String issuingBody, LocalDate issueDate,
                           String signer, String capacity, String number, UUID file) {
}
