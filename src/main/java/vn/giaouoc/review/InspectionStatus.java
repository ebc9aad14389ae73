package vn.giaouoc.review;

/** How far a mutual inspection is. */
public enum InspectionStatus {
    OPEN("Chờ kết quả kiểm tra"),
    /** The findings are there, the inspected unit has not answered. */
    FOUND("Chờ ý kiến đơn vị được kiểm tra"),
    /** With the inspected unit's answer, or without one when the review ended first. */
    DONE("Đã kiểm tra"),
    /** Not held: the review ended before there were findings, or one unit took the other over. */
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
