package vn.giaouoc.absence;

/** On what ground a deputy acts (NĐ 30/2020/NĐ-CP, Điều 13). */
public enum AbsenceGround {
    /** Work that is neither signing nor approving; needs no ground: the record says "xử lý thay". */
    WORK("Xử lý thay", "Xử lý thay (không ký, không duyệt)"),
    /** A statutory deputy for the head. */
    KT("KT.", "KT. – cấp phó ký thay người đứng đầu"),
    /** By order of the head, for kinds of papers that the working rules name. */
    TL("TL.", "TL. – ký thừa lệnh theo quy chế làm việc"),
    /** By the head's written authority with scope and time; not passed on. */
    TUQ("TUQ.", "TUQ. – ký thừa ủy quyền bằng văn bản");

    private final String label;
    private final String title;

    AbsenceGround(String label, String title) {
        this.label = label;
        this.title = title;
    }

    /** As printed before the capacity. */
    public String label() {
        return label;
    }

    /** As places choose it. */
    public String title() {
        return title;
    }
}
