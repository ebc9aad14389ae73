package vn.giaouoc.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A paper as others see it.
 *
 * @param nextStep the step it waits at, null when it is in draft, issued or refused
 * @param templateVersion version of its template, and of that of its tờ trình, when it was handed in
 * @param number   as printed, {@code 327/KH-UBND}; null while unknown
 */
public record PaperView(String id, String caseCode, String kind, String title, boolean issued, boolean refused, boolean outside,
                        ApprovalStep nextStep, String issuingBody, String signerName, String signerCapacity, String number,
                        LocalDate issueDate, UUID signedFile, Integer templateVersion,
                        Integer submissionVersion, List<PaperStep> steps) {

    /** The same without what was said about it on its way. */
    public PaperView withoutSteps() {
        return new PaperView(id, caseCode, kind, title, issued, refused, outside, nextStep, issuingBody, signerName, signerCapacity,
                number, issueDate, signedFile, templateVersion, submissionVersion, List.of());
    }

    /** Why the paper came back last, with who sent it; null when it did not come back. */
    public String lastReturn() {
        return steps.stream().filter(step -> step.decision() != PaperStep.Decision.OVERDUE).reduce((first, last) -> last)
                .filter(step -> step.decision() == PaperStep.Decision.RETURN)
                .map(step -> step.actorName() + " (" + step.step().label() + "): " + step.reason()).orElse(null);
    }
}
