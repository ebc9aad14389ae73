package vn.giaouoc.action;

/** BLOCKED: its owner cannot be given work; REPORTED: waits for the head unit; EXPIRED: the bloc's year closed before a result was confirmed. */
public enum BlocActionStatus {
    BLOCKED("Chưa giao được"),
    OPEN("Đang thực hiện"),
    REPORTED("Chờ Trưởng khối xác nhận"),
    DONE("Đã hoàn thành"),
    NOT_DONE("Không hoàn thành"),
    EXPIRED("Hết năm công tác, chưa có kết quả được xác nhận");

    private final String label;

    BlocActionStatus(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }

    /** Whether the owner owes a result now. */
    public boolean owed() {
        return this == BLOCKED || this == OPEN;
    }

    /** Whether nothing more happens to it. */
    public boolean ended() {
        return this == DONE || this == NOT_DONE || this == EXPIRED;
    }
}
