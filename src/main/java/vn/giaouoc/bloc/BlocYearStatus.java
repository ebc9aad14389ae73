package vn.giaouoc.bloc;

/** PENDING: not opened yet; BLOCKED: its head unit cannot be given work; CLOSED: the year's work ended. */
public enum BlocYearStatus {
    PENDING("Chờ mở"),
    OPEN("Đang thực hiện"),
    BLOCKED("Chưa mở được"),
    CLOSED("Đã khép năm công tác");

    private final String label;

    BlocYearStatus(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }
}
