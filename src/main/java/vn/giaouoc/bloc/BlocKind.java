package vn.giaouoc.bloc;

/** What a group of units that emulate with each other is called. */
public enum BlocKind {
    KHOI("Khối thi đua"),
    CUM("Cụm thi đua");

    private final String label;

    BlocKind(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }
}
