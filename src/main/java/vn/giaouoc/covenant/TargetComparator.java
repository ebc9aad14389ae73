package vn.giaouoc.covenant;

/** How a result is held against the value of a target. */
public enum TargetComparator {
    AT_LEAST("≥"),
    MORE_THAN(">"),
    EXACTLY("="),
    AT_MOST("≤"),
    LESS_THAN("<"),
    /** Reached or not; the target has no value. */
    DONE("đạt");

    private final String sign;

    TargetComparator(String sign) {
        this.sign = sign;
    }

    /** As it is printed before the value. */
    public String sign() {
        return sign;
    }
}
