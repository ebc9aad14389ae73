package vn.giaouoc.document;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * One thing somebody did with a paper.
 *
 * @param returnTo the step it was sent back to, when the decision is RETURN
 * @param reason   given for a return or a refusal
 * @param forUser  in whose place; null for somebody who acted for itself
 * @param forGround {@code KT.}, {@code TL.}, {@code TUQ.} of a deputy who signed or approved only as such
 * @param forWords "xử lý thay …", "KT. …" as histories show it
 */
@Embeddable
public record PaperStep(
        @Enumerated(EnumType.STRING) ApprovalStep step,
        String actor,
        @Column(name = "actor_name") String actorName,
        String position,
        @Enumerated(EnumType.STRING) Decision decision,
        @Enumerated(EnumType.STRING) @Column(name = "return_to") ApprovalStep returnTo,
        String reason,
        Instant at,
        @Column(name = "for_user") String forUser,
        @Column(name = "for_ground") String forGround,
        @Column(name = "for_words") String forWords) {

    /** A step that somebody did for itself. */
    PaperStep(ApprovalStep step, String actor, String actorName, String position, Decision decision, ApprovalStep returnTo, String reason,
              Instant at) {
        this(step, actor, actorName, position, decision, returnTo, reason, at, null, null, null);
    }

    /** Whether this person did it, or it was done in its place. */
    boolean ofOrFor(String person) {
        return person != null && (person.equals(actor) || person.equals(forUser));
    }

    /** What can be done with a paper. */
    public enum Decision {
        SUBMIT("Trình"), APPROVE("Đồng ý"), RETURN("Trả lại"), REFUSE("Không ban hành"), REGISTER("Vào sổ, ban hành"),
        OVERDUE("Quá hạn xử lý"), STOP("Dừng xử lý");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        /** Vietnamese name. */
        public String label() {
            return label;
        }
    }
}
