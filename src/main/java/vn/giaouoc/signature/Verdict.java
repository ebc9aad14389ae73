package vn.giaouoc.signature;

/** What the product says about a digest. */
public enum Verdict {
    /** Published, in force, and what is stored still has this digest. */
    VALID("Còn hiệu lực"),
    /** Published once, replaced since. */
    SUPERSEDED("Đã được thay thế"),
    /** Published, but what is stored (or the book that says so) is not what it was. */
    ALTERED("Có dấu hiệu bị sửa đổi"),
    /** Never published here. */
    UNKNOWN("Không tìm thấy");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** Vietnamese. */
    public String label() {
        return label;
    }
}
