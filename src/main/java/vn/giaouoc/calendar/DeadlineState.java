package vn.giaouoc.calendar;

/** Where a deadline of the year stands today. */
public enum DeadlineState {
    /** What was due is done, or a day that nobody had to do anything on has passed. */
    DONE("Đã xong"),
    /** Not done, and its moment has passed. */
    OVERDUE("Quá hạn"),
    /** Somebody has it to do now. */
    OPEN("Đang thực hiện"),
    /** Its turn is still to come, its date stands. */
    SET("Đã ấn định"),
    /** Counted from what should come before it; never in the past. */
    FORESEEN("Dự kiến");

    private final String label;

    DeadlineState(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }

    /** Whether its day can still be kept: only then does it clash with another. */
    boolean ahead() {
        return this != DONE && this != OVERDUE;
    }
}
