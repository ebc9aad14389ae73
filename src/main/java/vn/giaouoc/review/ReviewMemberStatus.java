package vn.giaouoc.review;

/** How far a member is with its report. */
public enum ReviewMemberStatus {
    OPEN("Đang lập báo cáo"),
    /** With the head of the unit. */
    SUBMITTED("Chờ thủ trưởng duyệt"),
    REPORTED("Đã báo cáo"),
    /** Sở Nội vụ received the bloc's report without it. */
    NOT_REPORTED("Không báo cáo");

    private final String label;

    ReviewMemberStatus(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }
}
