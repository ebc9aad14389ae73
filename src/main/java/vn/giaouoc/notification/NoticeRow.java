package vn.giaouoc.notification;

import java.time.Instant;

/** A note of what one person is to be told. @param insteadOf name of the absent person in whose place it is told; null: for itself */
record NoticeRow(long id, String userId, NoticeKind kind, String taskId, String occasion, String taskName, String caseCode, String title,
                 String unitName, Instant dueAt, boolean link, String insteadOf) {

    /** What occasions of escalations begin with; the level follows. */
    static final String OVERDUE = "OVERDUE";

    /** Whether somebody else's work is overdue, and the reader is to urge it. */
    boolean urges() {
        return kind == NoticeKind.ESCALATION && !occasion.startsWith(OVERDUE + "1");
    }
}
