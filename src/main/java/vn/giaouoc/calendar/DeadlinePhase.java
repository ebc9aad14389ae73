package vn.giaouoc.calendar;

import java.util.Arrays;
import java.util.List;

/** The parts of the work that deadlines belong to, in the order in which a year passes them. */
enum DeadlinePhase {
    LAUNCH("Phát động phong trào", "CAMPAIGN_DRAFT", "CAMPAIGN_COMMENT"),
    APPROVAL("Trình duyệt, ban hành văn bản", "APPROVE_", "REGISTER_PAPER", "SUPPLY_NUMBER"),
    RESPONSE("Đơn vị hưởng ứng phong trào", "RESPONSE_"),
    CHANGE("Điều chỉnh, thu hồi", "CHANGE_"),
    REPORT("Báo cáo, tổng kết phong trào", "REPORT_", "FINAL_REVIEW", "CAMPAIGN_FOLLOW", "CAMPAIGN_ARCHIVE"),
    BLOC("Thành lập cụm, khối thi đua", "BLOC_"),
    COVENANT("Giao ước thi đua", "COVENANT_"),
    REVIEW("Sơ kết của cụm, khối thi đua", "REVIEW_", "ACTION_"),
    MID_YEAR("Sơ kết toàn tỉnh", "MID_YEAR_"),
    NOTICE("Nhắc hạn, đôn đốc", "REMIND_", "ESCALATE_"),
    OTHER("Việc khác");

    private final String label;
    private final List<String> codes;

    /** @param codes of the deadlines, or how they begin */
    DeadlinePhase(String label, String... codes) {
        this.label = label;
        this.codes = List.of(codes);
    }

    /** Vietnamese, as officials read it. */
    String label() {
        return label;
    }

    /** The part of the work of a deadline. @param code of its parameter */
    static DeadlinePhase of(String code) {
        return Arrays.stream(values()).filter(phase -> phase.codes.stream().anyMatch(code::startsWith)).findFirst().orElse(OTHER);
    }
}
