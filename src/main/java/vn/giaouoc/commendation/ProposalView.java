package vn.giaouoc.commendation;

import java.time.Instant;
import java.util.List;
import vn.giaouoc.document.AttachmentView;

/**
 * A proposal for commendation on the spot, a draft until the phase of commendation takes it up.
 *
 * @param code           {@code DX-2026-001}
 * @param originCase     the review it arose at, {@code KT-2026-001/SK1}; null: between reviews
 * @param withdrawReason why it was taken back; null while it stands
 * @param version        to be named when it is changed
 */
public record ProposalView(String code, String blocYear, String originCase, ProposalDraft.Nominee nomineeKind, String unit, String unitName,
                           String nomineeName, String position, String achievement, String form, String formName, String reason,
                           String withdrawReason, int version, Instant draftedAt, String changedBy, Instant changedAt,
                           List<AttachmentView> files) {
}
