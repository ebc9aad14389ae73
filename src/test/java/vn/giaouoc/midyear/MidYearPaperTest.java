package vn.giaouoc.midyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PaperText;
import vn.giaouoc.document.TestPress;

/** What the province's report says, with the case of Bắc Kạn's first half of 2023. */
class MidYearPaperTest {

    private static final HalfYear HALF = new HalfYear(1, List.of(
            new HalfYear.Bloc("KT-2023-001", "Khối thi đua các cơ quan Đảng tỉnh", "Sở Nội vụ đã tiếp nhận", true, 9, 9, List.of("Ban Nội chính Tỉnh ủy"), List.of()),
            new HalfYear.Bloc("KT-2023-002", "Khối thi đua các cơ quan tham mưu, tổng hợp", "Thành viên báo cáo", false, 8, 6, List.of(),
                    List.of("Thanh tra tỉnh"))),
            List.of(new HalfYear.Measured("Số sáng kiến được công nhận", "sáng kiến", new BigDecimal("1234"), true, 9, 7, 2),
                    new HalfYear.Measured("Tỷ lệ cá nhân đạt danh hiệu \"Lao động tiên tiến\"", "%", new BigDecimal("92.5"), false, 9, 8, 1)),
            List.of(new HalfYear.CampaignLine("PT-2023-001", "Bắc Kạn chung sức xây dựng nông thôn mới", LocalDate.of(2023, 6, 15), 42, 44, "327/BC-UBND"),
                    new HalfYear.CampaignLine("PT-2022-004", "Bắc Kạn đẩy mạnh chương trình chuyển đổi số giai đoạn 2022-2025",
                            LocalDate.of(2023, 6, 20), 40, 44, null)),
            List.of(new HalfYear.Award("Báo Bắc Kạn", "Cờ thi đua của Chính phủ", "770/QĐ-TTg", LocalDate.of(2023, 6, 29), 2022, "Thủ tướng Chính phủ")),
            List.of(new HalfYear.Model("Báo Bắc Kạn", "COLLECTIVE", "Tòa soạn hội tụ", "Đổi mới hình thức tuyên truyền.")));

    @Test
    void itNamesGapsLateMembersFiguresCampaignsAwardsAndModels() {
        String text = TestPress.text("bao-cao-so-ket-toan-tinh", "BC", content(MidYearPaper.body(new SubmittedMidYear(new MidYearText(
                "Sáu tháng đầu năm 2023, các cụm, khối thi đua đã nỗ lực hoàn thành tốt các nhiệm vụ chính trị được giao.",
                "Các phong trào thi đua được triển khai sâu rộng, tạo sức lan tỏa mạnh mẽ.", null,
                "Tổ chức phát động thi đua theo đợt, thi đua chuyên đề; tổng kết phong trào thi đua năm 2023.", null), HALF), "6 tháng cuối năm 2023")));
        assertThat(text).contains("1 trong 2 cụm, khối thi đua", "Chưa có báo cáo (1): Khối thi đua các cơ quan tham mưu, tổng hợp.",
                "đơn vị báo cáo chậm: Ban Nội chính Tỉnh ủy.", "đơn vị không báo cáo: Thanh tra tỉnh.", "1.234", "92,5", "bình quân",
                "kể cả của cụm, khối chưa được tiếp nhận báo cáo sơ kết", "42/44", "chưa ban hành",
                "Cờ thi đua của Chính phủ năm 2022 (Quyết định số 770/QĐ-TTg ngày 29/06/2023 của Thủ tướng Chính phủ)", "Tòa soạn hội tụ",
                "VIII. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2023");
        assertThat(text).as("parts without content are left out").doesNotContain("HẠN CHẾ", "ĐỀ XUẤT");
    }

    private static PaperContent content(PaperText.Body body) {
        return new PaperContent(null, "ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN", null, "BC-UBND", "Bắc Kạn", null, 2023, "BÁO CÁO",
                "Sơ kết công tác thi đua, khen thưởng của các cụm, khối thi đua 6 tháng đầu năm 2023", null, body.grounds(), body.opening(),
                body.sections(), body.closing(), body.receivers(), List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), null);
    }
}
