package vn.giaouoc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.giaouoc.campaign.Plan.Target;
import vn.giaouoc.campaign.Plan.Target.Aggregation;
import vn.giaouoc.campaign.Plan.Target.Direction;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PaperText;
import vn.giaouoc.document.TestPress;

class ReportTextTest {

    @Test
    void theReportNamesWhoLeftAnIndicatorBlankAndTellsTheBaselineFromTheReportBefore() {
        Consolidation consolidation = mock(Consolidation.class);
        when(consolidation.written("PT-2024-003", 1)).thenReturn(Optional.of(report()));
        PaperText.Body body = new ReportText(consolidation).body("PT-2024-003/BC1");

        String text = TestPress.text("bao-cao", "BC", new PaperContent(null, "ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG", null, "BC-UBND", "Cao Bằng",
                LocalDate.of(2024, 2, 27), 2024, "BÁO CÁO", "Sơ kết phong trào thi đua “Cải cách hành chính”", null, body.grounds(), body.opening(),
                body.sections(), body.closing(), body.receivers(), List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn Thành"));
        assertThat(text).contains("- Chưa có số liệu về chỉ tiêu “Tỷ lệ hồ sơ đúng hạn” (2): Sở Tài chính; Sở Y tế.",
                "- Chưa có số liệu về chỉ tiêu “Hồ sơ trực tuyến” (100): Đơn vị 1", "và 40 đơn vị khác");
        assertThat(body.sections().get(2).table().heads()).containsExactly("Chỉ tiêu", "Đơn vị tính", "Xuất phát", "Mục tiêu", "Kỳ trước",
                "Kết quả", "Số đơn vị", "Đánh giá");
        assertThat(body.sections().get(2).table().rows()).containsExactly(
                List.of("Tỷ lệ hồ sơ đúng hạn", "%", "85", "95", "", "96,5", "36", "đạt (+1,5 điểm %)"),
                List.of("Hồ sơ trực tuyến", "hồ sơ", "", "12.000", "9.500", "", "0", "chưa có số liệu"),
                List.of("PAR-INDEX", "điểm", "82", "86", "84,2", "85,5", "toàn tỉnh", "chưa đạt (-0,5 điểm)"));
    }

    private static SignedReport report() {
        List<Figure> figures = List.of(
                Figure.of(new Target("Tỷ lệ hồ sơ đúng hạn", "%", new BigDecimal("85"), new BigDecimal("95"), Direction.UP, Aggregation.AVERAGE),
                        new BigDecimal("96.5"), 36, null),
                Figure.of(new Target("Hồ sơ trực tuyến", "hồ sơ", null, new BigDecimal("12000"), Direction.UP, Aggregation.SUM), null, 0,
                        new BigDecimal("9500")),
                Figure.of(new Target("PAR-INDEX", "điểm", new BigDecimal("82"), new BigDecimal("86"), Direction.UP, Aggregation.PROVINCE),
                        new BigDecimal("85.5"), 0, new BigDecimal("84.2")));
        List<String> first = IntStream.rangeClosed(1, Gathered.MOST_NAMES).mapToObj(i -> "Đơn vị " + i).toList();
        return new SignedReport(new ConsolidatedReport("Đúng tiến độ.", "Nhiều mô hình tốt.", null, "Tiếp tục thực hiện.", null, Map.of()),
                new Gathered(figures, List.of("Sở Xây dựng"), List.of(), List.of(), List.of(
                        new Gathered.Gap("Tỷ lệ hồ sơ đúng hạn", 2, List.of("Sở Tài chính", "Sở Y tế")), new Gathered.Gap("Hồ sơ trực tuyến", 100, first)),
                        3, 0, 5, List.of(), 38, 37));
    }
}
