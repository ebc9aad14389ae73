package vn.giaouoc.covenant;

/** Where a covenant is. */
public enum CovenantStatus {
    DRAFTING("Trưởng khối dự thảo"),
    COMMENTING("Thành viên góp ý"),
    REVISING("Trưởng khối hoàn thiện"),
    REGISTERING("Thành viên đăng ký"),
    CONFERENCE("Hội nghị ký giao ước"),
    SIGNING("Đang ký"),
    /** Enough have signed, not all. */
    IN_FORCE("Có hiệu lực, còn đơn vị chưa ký"),
    /** The deadline is past and somebody has not signed. */
    MISSING_SIGNATURES("Thiếu chữ ký"),
    SIGNED("Đã ký đủ"),
    RECORDED("Đã ghi nhận"),
    /** A later covenant of the same year was recorded. */
    SUPERSEDED("Đã được thay thế"),
    /** An amendment that its head unit or Sở Nội vụ gave up before anybody registered for it. */
    GIVEN_UP("Đã hủy điều chỉnh");

    private final String label;

    CovenantStatus(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }

    /** Whether the newest content was agreed on and stands: what comes from now on does not change it. */
    public boolean agreed() {
        return signable() || this == SIGNED || this == RECORDED || this == SUPERSEDED;
    }

    /** Whether members may sign in this state. */
    public boolean signable() {
        return this == SIGNING || this == IN_FORCE || this == MISSING_SIGNATURES;
    }
}
