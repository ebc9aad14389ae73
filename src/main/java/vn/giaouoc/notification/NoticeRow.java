package vn.giaouoc.notification;

import java.time.Instant;

/** A note of what one person is to be told. */
record NoticeRow(long id, String userId, NoticeKind kind, String taskId, String occasion, String taskName, String caseCode, String title,
                 String unitName, Instant dueAt, boolean link) {
}
