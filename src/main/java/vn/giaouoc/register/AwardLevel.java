package vn.giaouoc.register;

/** At which level an award is decided. */
public enum AwardLevel {
    STATE("Cấp Nhà nước"),
    MINISTRY("Cấp bộ, ban, ngành, đoàn thể trung ương"),
    PROVINCE("Cấp tỉnh"),
    BASE("Cấp cơ sở");

    private final String label;

    AwardLevel(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }
}
