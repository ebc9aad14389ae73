package vn.giaouoc.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.document.PaperText;

/** What the paper of a consolidated report says: the words of the standing agency, and the figures as they were handed in. */
@Component
class ReportText implements PaperText {

    private final Consolidation consolidation;

    ReportText(Consolidation consolidation) {
        this.consolidation = consolidation;
    }

    @Override
    public boolean owns(String paperId) {
        return paperId.contains("/BC");
    }

    @Override
    public String template() {
        return "BC";
    }

    @Override
    public String kindName() {
        return "BÁO CÁO";
    }

    @Override
    public Body body(String paperId) {
        int slash = paperId.indexOf('/');
        SignedReport signed = consolidation.written(paperId.substring(0, slash), Period.seqOf(paperId.substring(slash + 1))).orElseThrow();
        ConsolidatedReport report = signed.report();
        Gathered gathered = signed.gathered();
        return new Body(List.of(), null, PlanText.numbered(Stream.of(
                new Section("Đánh giá chung", PlanText.lines(report.overview()), null),
                new Section("Tình hình báo cáo", arrivals(gathered), null),
                new Section("Kết quả thực hiện các chỉ tiêu", List.of(), figures(gathered)),
                new Section("Công trình, phần việc", List.of("Hoàn thành " + gathered.worksDone() + "; không thực hiện " + gathered.worksDropped()
                        + "; tiếp tục theo dõi " + gathered.worksOpen() + "."), null),
                new Section("Kết quả nổi bật", PlanText.lines(report.results()), null),
                new Section("Điển hình tiên tiến", gathered.models().stream().map(model -> "- " + model.name() + " (" + model.unitName() + "): "
                        + model.achievement()).toList(), null),
                new Section("Hạn chế, nguyên nhân", PlanText.lines(report.limitations()), null),
                new Section("Phương hướng, nhiệm vụ", PlanText.lines(report.directions()), null),
                new Section("Đề xuất, kiến nghị", PlanText.lines(report.proposals()), null))),
                "Ủy ban nhân dân tỉnh báo cáo và thông báo để các cơ quan, đơn vị biết, thực hiện./.",
                List.of("Các đơn vị tham gia phong trào", "Lưu: VT, TĐKT."));
    }

    private static List<String> arrivals(Gathered gathered) {
        List<String> lines = new ArrayList<>();
        lines.add(gathered.reported() + " trong " + gathered.total() + " đơn vị đã báo cáo.");
        named(lines, "Chưa báo cáo", gathered.missing(), gathered.missing().size());
        named(lines, "Báo cáo chậm", gathered.late(), gathered.late().size());
        named(lines, "Chưa có hoạt động", gathered.inactive(), gathered.inactive().size());
        gathered.gaps().forEach(gap -> named(lines, "Chưa có số liệu về chỉ tiêu “" + gap.indicator() + "”", gap.units(), gap.count()));
        return lines;
    }

    /** A paper names dozens of units; of thousands it says how many, and where the list is. */
    private static void named(List<String> lines, String what, List<String> units, long count) {
        if (count > 0) {
            List<String> first = units.subList(0, Math.min(Gathered.MOST_NAMES, units.size()));
            String rest = count == first.size() ? "." : "; và " + (count - first.size()) + " đơn vị khác (danh sách trên hệ thống).";
            lines.add("- " + what + " (" + count + "): " + String.join("; ", first) + rest);
        }
    }

    private static Table figures(Gathered gathered) {
        return new Table(List.of("Chỉ tiêu", "Đơn vị tính", "Xuất phát", "Mục tiêu", "Kỳ trước", "Kết quả", "Số đơn vị", "Đánh giá"), gathered.figures().stream()
                .map(figure -> List.of(figure.indicator(), figure.unit(), PlanText.number(figure.baseline()), PlanText.number(figure.target()),
                        PlanText.number(figure.previous()), PlanText.number(figure.value()), units(figure), judged(figure))).toList(),
                List.of(2, 3, 4, 5, 6), List.of(24, 10, 11, 11, 11, 11, 9, 13));
    }

    private static String units(Figure figure) {
        return figure.aggregation() == Plan.Target.Aggregation.PROVINCE ? "toàn tỉnh" : PlanText.number(BigDecimal.valueOf(figure.units()));
    }

    private static String judged(Figure figure) {
        if (figure.reached() == null) {
            return "chưa có số liệu";
        }
        String amount = figure.deviation().signum() == 0 ? "" : " (" + PlanText.difference(figure.deviation(), figure.unit()) + ")";
        return (figure.reached() ? "đạt" : "chưa đạt") + amount;
    }
}
