package vn.giaouoc.document;

import java.time.Instant;

/**
 * Where a paper goes after a step: what the model's gateways read.
 *
 * @param nextStep DIVISION, DIRECTOR, OFFICE, SIGN, REGISTER, or RETURN, REFUSED, DONE
 * @param returnTo DRAFT or the step it goes back to, only with RETURN
 * @param dueAt    17:00 of the day by which the next step is to be done; null when nothing follows
 */
public record Progress(String nextStep, ApprovalStep returnTo, Instant dueAt) {

    static Progress to(ApprovalStep step, Instant dueAt) {
        return new Progress(step.name(), null, dueAt);
    }

    static Progress back(ApprovalStep step) {
        return new Progress("RETURN", step, null);
    }

    static Progress end(String how) {
        return new Progress(how, null, null);
    }
}
