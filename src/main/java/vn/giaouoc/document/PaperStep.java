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
        Instant at) {

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
