package vn.giaouoc.bloc;

/** What kind of bloc; a unit is in at most one of each kind in a period. */
public enum BlocKind {
    KHOI("Khối thi đua", "khối"),
    CUM("Cụm thi đua", "cụm");

    private final String label;
    private final String word;

    BlocKind(String label, String word) {
        this.label = label;
        this.word = word;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }

    /** {@code khối} or {@code cụm}, within a sentence. */
    public String word() {
        return word;
    }
}
