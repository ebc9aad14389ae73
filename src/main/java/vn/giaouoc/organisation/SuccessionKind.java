package vn.giaouoc.organisation;

/** How units end. A unit that gives up a part and goes on itself (tách) is not succeeded. */
public enum SuccessionKind {
    /** One or more units become part of another, new or existing: sáp nhập, hợp nhất. */
    MERGE("Sáp nhập, hợp nhất"),
    /** One unit becomes several and ends: chia. */
    SPLIT("Chia"),
    /** A unit ends without successor; another finishes its work: giải thể. */
    DISSOLVE("Giải thể");

    private final String label;

    SuccessionKind(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }
}
