package vn.giaouoc.document;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.giaouoc.document.PaperStep.Decision;
import vn.giaouoc.shared.ActingFor;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotAllowed;

/** Drafter, appraiser and signer of one paper are different persons: those who act, and those in whose place they act. */
class PaperHandsTest {

    private final Paper paper = new Paper("PT-2024-001/KH", "PT-2024-001", "KH", "Kế hoạch", "UBND", false);

    @Test
    void whatADeputyDraftedCountsForBoth() {
        submitted("thay", "vang");
        refused(actor("thay"), "Bạn đã tham gia");
        refused(actor("vang"), "Bạn đã tham gia");
        allowed(actor("khac"));
    }

    @Test
    void aDeputyDoesNotApproveWhatTheAbsentPersonDrafted() {
        submitted("vang", null);
        refused(deputy("thay", "vang"), "Người mà bạn thay đã tham gia");
        refused(deputy("vang", "khac"), "Bạn đã tham gia");
        allowed(deputy("thay", "khac"));
    }

    @Test
    void aDeputyDoesNotApproveWhatAnotherDeputyOfTheSamePersonDrafted() {
        submitted("thay", "vang");
        refused(deputy("khac", "vang"), "Người mà bạn thay đã tham gia");
    }

    private void submitted(String drafter, String instead) {
        paper.submit(new PaperStep(ApprovalStep.DRAFT, drafter, drafter, null, Decision.SUBMIT, null, null, Instant.EPOCH, instead, null,
                instead == null ? null : "xử lý thay"), "Kế hoạch", ApprovalStep.DIVISION);
    }

    private void refused(Actor actor, String message) {
        assertThatThrownBy(() -> paper.requireOtherHands(actor, ApprovalStep.SIGN)).isInstanceOf(NotAllowed.class).hasMessageContaining(message);
    }

    private void allowed(Actor actor) {
        assertThatCode(() -> paper.requireOtherHands(actor, ApprovalStep.SIGN)).doesNotThrowAnyException();
    }

    private static Actor actor(String user) {
        return new Actor(user, Set.of());
    }

    private static Actor deputy(String user, String instead) {
        return new Actor(user, Set.of(), new ActingFor("VM-2024-0001", instead, "TUQ.", "TUQ. " + instead, "1/UQ", null, "Ký", null, false));
    }
}
