package vn.giaouoc.calendar;

/** Why a day of the holiday table is one (Bộ luật Lao động 2019, Điều 111, 112). */
public enum DayCategory {
    /** Holiday of the law. */
    PUBLIC("Nghỉ lễ, Tết"),
    /** For a holiday that fell on a weekend. */
    IN_LIEU("Nghỉ bù"),
    /** Swapped by the announcement of the year. */
    SWAP("Hoán đổi"),
    /** Offices of this province only: storm, flood, a local event. */
    LOCAL("Nghỉ riêng của tỉnh");

    private final String label;

    DayCategory(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }
}
