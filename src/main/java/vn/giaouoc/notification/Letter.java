package vn.giaouoc.notification;

/** What a mail says, twice: as plain text and as HTML. */
record Letter(String subject, String text, String html) {
}
