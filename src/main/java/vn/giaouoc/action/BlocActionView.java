package vn.giaouoc.action;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An action, as others see it.
 *
 * @param code      {@code KT-2026-001/V01}
 * @param kindName  {@code Kết luận hội nghị}, {@code Nhiệm vụ 6 tháng cuối năm 2026}
 * @param ownerName a former unit with who does its work today
 * @param result    what the owner reported last; null before
 * @param problem   why its owner could not be given it; null otherwise
 * @param overdue   whether its date has passed at this moment, and the owner still owes a result
 * @param overdueAt when a date first passed without a result; stays when it was prolonged or the result came late; null otherwise
 */
public record BlocActionView(String code, String blocYear, String originCase, int no, ActionKind kind, String kindName, String content,
                             String ownerUnit, String ownerName, LocalDate dueOn, BlocActionStatus status, String result, String problem,
                             boolean overdue, Instant overdueAt, Instant closedAt) {
}
