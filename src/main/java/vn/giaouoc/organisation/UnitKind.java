package vn.giaouoc.organisation;

/** Kinds of units a campaign is addressed to. */
public enum UnitKind {
    DEPARTMENT("Sở, ban, ngành"),
    PARTY_BODY("Cơ quan Đảng"),
    MASS_ORGANISATION("Mặt trận Tổ quốc, đoàn thể"),
    ARMED_FORCES("Lực lượng vũ trang"),
    COMMUNE("Xã, phường, thị trấn"),
    ENTERPRISE("Doanh nghiệp"),
    COOPERATIVE("Hợp tác xã");

    private final String label;

    UnitKind(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }
}
