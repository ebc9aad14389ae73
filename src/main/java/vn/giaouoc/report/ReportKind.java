package vn.giaouoc.report;

/** Which report a period asks for. */
public enum ReportKind {
    MIDTERM("Sơ kết"), YEARLY("Báo cáo hằng năm"), FINAL("Tổng kết");

    private final String label;

    ReportKind(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }
}
