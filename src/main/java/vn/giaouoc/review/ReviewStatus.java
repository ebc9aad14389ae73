package vn.giaouoc.review;

import java.util.Set;

/** Where the mid-term review of a bloc stands. */
public enum ReviewStatus {
    /** Nobody has begun it and its date has not come; never stored. */
    NOT_BEGUN("Chưa sơ kết"),
    /** Begun; the members are about to be asked. */
    OPENING("Đang mở"),
    REPORTING("Thành viên báo cáo"),
    ASSIGNING("Phân công kiểm tra chéo"),
    INSPECTING("Kiểm tra chéo"),
    CONSOLIDATING("Trưởng khối tổng hợp"),
    CONFERENCE("Hội nghị sơ kết"),
    /** After the conference, or after the head of the head unit or Sở Nội vụ returned the report. */
    DRAFTING("Hoàn thiện báo cáo"),
    SIGNING("Chờ ký báo cáo"),
    /** Signed by the head of the head unit, sent to Sở Nội vụ. */
    SIGNED("Đã ký, chờ Sở Nội vụ tiếp nhận"),
    /** Returned by Sở Nội vụ; otherwise as DRAFTING. */
    RETURNED("Sở Nội vụ trả lại"),
    RECEIVED("Sở Nội vụ đã tiếp nhận"),
    /** The period was over before it could be held. */
    NOT_HELD("Không sơ kết");

    /** While members' reports and inspections are taken, however late they come: until Sở Nội vụ has received the bloc's report. */
    static final Set<ReviewStatus> TAKES_REPORTS = Set.of(REPORTING, ASSIGNING, INSPECTING, CONSOLIDATING, CONFERENCE, DRAFTING, SIGNING, SIGNED,
            RETURNED);

    private final String label;

    ReviewStatus(String label) {
        this.label = label;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }

    /** Whether nothing more happens to it. */
    public boolean ended() {
        return this == RECEIVED || this == NOT_HELD;
    }
}
