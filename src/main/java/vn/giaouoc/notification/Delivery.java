package vn.giaouoc.notification;

/** How somebody wants to be told of one kind of things. */
public enum Delivery {
    EACH("Gửi ngay từng việc"),
    DAILY("Gộp trong thư hằng ngày"),
    NONE("Không nhận thư");

    private final String label;

    Delivery(String label) {
        this.label = label;
    }

    /** Vietnamese, as people read it. */
    public String label() {
        return label;
    }
}
