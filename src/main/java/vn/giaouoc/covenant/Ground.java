package vn.giaouoc.covenant;

/** On what ground a person signs for a unit (NĐ 30/2020/NĐ-CP, Điều 13). */
public enum Ground {
    /** As its head. */
    HEAD("Thủ trưởng"),
    /** A statutory deputy for the head: "KT.". */
    KT("KT."),
    /** With the head's written authority, which names its scope: "TUQ.". */
    TUQ("TUQ.");

    private final String label;

    Ground(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }
}
