package vn.giaouoc.campaign;

/** Kinds of campaign (Luật Thi đua, khen thưởng 2022, Điều 7; NĐ 152/2025/NĐ-CP Điều 4). */
public enum CampaignType {
    REGULAR("Thường xuyên"),
    THEMATIC("Chuyên đề"),
    PEAK("Đợt, cao điểm");

    private final String label;

    CampaignType(String label) {
        this.label = label;
    }

    /** Vietnamese name. */
    public String label() {
        return label;
    }
}
