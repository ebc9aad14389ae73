package vn.giaouoc.notification;

import java.time.Instant;

/** The processes of this room; {@code workflow} runs them. All calls belong to the caller's transaction. */
public interface NotificationFlow {

    /** A round waits for its morning. */
    void startRound(String code, Instant startsAt);

    /** An overdue task is urged from now on. */
    void startEscalation(String code, OpenTask task);

    /** The task is done, gone, or due later than it was. */
    void endEscalation(String code);

    /** A delivery begins in a job of its own. */
    void startDelivery(String code);
}
