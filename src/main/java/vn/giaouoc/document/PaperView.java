package vn.giaouoc.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A paper as others see it.
 *
 * @param nextStep the step it waits at, null when it is in draft, issued or refused
 * @param number   as printed, {@code 327/KH-UBND}; null while unknown
 */
public record PaperView(String id, String caseCode, String kind, String title, boolean issued, boolean refused, boolean outside,
                        ApprovalStep nextStep, String issuingBody, String signerName, String signerCapacity, String number,
                        LocalDate issueDate, UUID signedFile, List<PaperStep> steps) {
}
