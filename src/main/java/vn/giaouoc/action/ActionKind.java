package vn.giaouoc.action;

/** What a conference of a bloc leaves to be done. */
public enum ActionKind {
    CONCLUSION("Kết luận hội nghị"),
    SECOND_HALF_TASK("Nhiệm vụ 6 tháng cuối năm");

    private final String label;

    ActionKind(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }
}
