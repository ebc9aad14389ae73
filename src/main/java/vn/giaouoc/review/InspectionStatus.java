package vn.giaouoc.review;

/** How far a mutual inspection is. */
public enum InspectionStatus {
    OPEN("Chờ kết quả kiểm tra"),
    /** The inspected unit has not answered. */
    FOUND("Chờ ý kiến đơn vị được kiểm tra"),
    DONE("Đã kiểm tra"),
    /** Not held: the review ended first, or one unit took the other over. */
    ENDED("Không kiểm tra");

    private final String label;

    InspectionStatus(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }
}
