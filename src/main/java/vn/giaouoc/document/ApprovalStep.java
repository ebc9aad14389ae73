package vn.giaouoc.document;

/** The steps of a paper. DRAFT is where it comes from; SIGN and REGISTER exist in every province. */
public enum ApprovalStep {
    DRAFT("Soạn thảo"),
    DIVISION("Trưởng phòng duyệt"),
    DIRECTOR("Giám đốc Sở ký tờ trình"),
    OFFICE("Văn phòng UBND kiểm tra thể thức, thẩm quyền"),
    SIGN("Lãnh đạo UBND ký"),
    REGISTER("Văn thư vào sổ, ban hành");

    private final String label;

    ApprovalStep(String label) {
        this.label = label;
    }

    /** Vietnamese name. */
    public String label() {
        return label;
    }
}
