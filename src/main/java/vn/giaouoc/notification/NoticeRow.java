package vn.giaouoc.notification;

import java.time.Instant;

/** A note of what one person is to be told. */
record NoticeRow(long id, String userId, NoticeKind kind, String taskId, String occasion, String taskName, String caseCode, String title,
                 String unitName, Instant dueAt, boolean link) {

    /** What occasions of escalations begin with; the level follows. */
    static final String OVERDUE = "OVERDUE";

    /** Whether somebody else's work is overdue, and the reader is to urge it. */
    boolean urges() {
        return kind == NoticeKind.ESCALATION && !occasion.startsWith(OVERDUE + "1");
    }
}
