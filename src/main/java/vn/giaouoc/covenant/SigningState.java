package vn.giaouoc.covenant;

/** Where one member's signature is. */
public enum SigningState {
    NOT_OPEN("Chưa mở ký"),
    WAITING("Chờ ký"),
    SIGNED("Đã xác nhận điện tử"),
    /** Marked by the head unit with a scan; the member has not confirmed it. */
    SIGNED_ON_PAPER("Ký giấy, chờ đơn vị xác nhận"),
    CONFIRMED_ON_PAPER("Ký giấy, đã xác nhận"),
    /** The member says that it did not sign the paper; it may still sign. */
    DISPUTED("Không công nhận bản ký giấy"),
    REFUSED("Từ chối ký"),
    /** The deadline is past; the member may still sign. */
    MISSING("Thiếu chữ ký");

    private final String label;

    SigningState(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }

    /** Whether it counts as a signature. */
    public boolean signed() {
        return this == SIGNED || this == CONFIRMED_ON_PAPER;
    }
}
