package vn.giaouoc.notification;

import java.util.List;

/** What people are told of, each with how they are told unless they choose otherwise. */
public enum NoticeKind {
    NEW_TASK("Việc mới", Delivery.EACH),
    REMINDER("Nhắc hạn", Delivery.DAILY),
    /** Nobody may choose not to hear of overdue work: it would not be urged at all. */
    ESCALATION("Đôn đốc việc quá hạn", Delivery.EACH);

    private final String label;
    private final Delivery usual;

    NoticeKind(String label, Delivery usual) {
        this.label = label;
        this.usual = usual;
    }

    /** Vietnamese, as people read it. */
    public String label() {
        return label;
    }

    /** Without a choice of the person's own. */
    public Delivery usual() {
        return usual;
    }

    /** What a person may choose. */
    public List<Delivery> choices() {
        return this == ESCALATION ? List.of(Delivery.EACH, Delivery.DAILY) : List.of(Delivery.values());
    }
}
