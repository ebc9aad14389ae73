package vn.giaouoc.change;

/** What is done to an issued campaign. */
public enum ChangeKind {
    /** A new version of the plan, issued as a plan with its own number. */
    AMEND("Điều chỉnh", "DC", "KH"),
    /** The campaign ends; issued as a decision. */
    WITHDRAW("Thu hồi", "TH", "QĐ");

    private final String label;
    private final String part;
    private final String paperKind;

    ChangeKind(String label, String part, String paperKind) {
        this.label = label;
        this.part = part;
        this.paperKind = paperKind;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }

    /** Kind of its paper (NĐ 30/2020/NĐ-CP, Phụ lục III). */
    public String paperKind() {
        return paperKind;
    }

    String paperOf(String campaignCode, int seq) {
        return campaignCode + "/" + part + seq;
    }
}
