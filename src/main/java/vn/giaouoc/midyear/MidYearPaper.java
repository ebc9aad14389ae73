package vn.giaouoc.midyear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.document.PaperText;

/** What the paper of the province's report says: the words of Sở Nội vụ, and what was gathered as it was handed in. */
@Component
class MidYearPaper implements PaperText {

    private final MidYearReports reports;

    MidYearPaper(@Lazy MidYearReports reports) {
        this.reports = reports;
    }

    @Override
    public boolean owns(String paperId) {
        return MidYearReport.isPaper(paperId);
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
        String code = MidYearReport.ofPaper(paperId);
        return body(reports.written(code).orElseThrow(), reports.secondHalf(code));
    }

    /** @param toCome the rest of the period: {@code 6 tháng cuối năm 2026} */
    static Body body(SubmittedMidYear submitted, String toCome) {
        MidYearText text = submitted.text();
        HalfYear half = submitted.gathered();
        return new Body(List.of(), null, PlanText.numbered(Stream.of(
                new Section("Đánh giá chung", PlanText.lines(text.overview()), null),
                new Section("Tình hình sơ kết của các cụm, khối thi đua", blocs(half), blocTable(half)),
                new Section("Kết quả thực hiện chỉ tiêu giao ước thi đua", basis(half), figures(half)),
                new Section("Sơ kết các phong trào thi đua", List.of(), campaigns(half)),
                new Section("Kết quả nổi bật", PlanText.lines(text.results()), null),
                new Section("Khen thưởng", half.awards().stream().map(MidYearPaper::award).toList(), null),
                new Section("Điển hình tiên tiến", half.models().stream().map(model -> "- " + model.name() + " (" + model.unitName() + "): "
                        + model.achievement()).toList(), null),
                new Section("Hạn chế, nguyên nhân", PlanText.lines(text.limitations()), null),
                new Section("Phương hướng, nhiệm vụ " + toCome, PlanText.lines(text.directions()), null),
                new Section("Đề xuất, kiến nghị", PlanText.lines(text.proposals()), null))),
                "Trên đây là báo cáo sơ kết công tác thi đua, khen thưởng; Ủy ban nhân dân tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.",
                List.of("Thường trực Tỉnh ủy, HĐND tỉnh", "Thành viên Hội đồng Thi đua - Khen thưởng tỉnh", "Các cụm, khối thi đua", "Lưu: VT, TĐKT."));
    }

    private static List<String> blocs(HalfYear half) {
        List<String> lines = new ArrayList<>();
        lines.add("Sở Nội vụ đã tiếp nhận báo cáo sơ kết của " + half.received() + " trong " + half.blocs().size() + " cụm, khối thi đua.");
        if (!half.gaps().isEmpty()) {
            lines.add("- Chưa có báo cáo (" + half.gaps().size() + "): " + String.join("; ", half.gaps().stream().map(HalfYear.Bloc::name).toList())
                    + ".");
        }
        half.blocs().stream().filter(bloc -> !bloc.late().isEmpty()).forEach(bloc -> lines.add("- " + bloc.name() + ": đơn vị báo cáo chậm: "
                + String.join("; ", bloc.late()) + "."));
        half.blocs().stream().filter(bloc -> !bloc.missing().isEmpty()).forEach(bloc -> lines.add("- " + bloc.name()
                + ": đơn vị không báo cáo: " + String.join("; ", bloc.missing()) + "."));
        return lines;
    }

    private static Table blocTable(HalfYear half) {
        return new Table(List.of("Cụm, khối thi đua", "Tình trạng", "Thành viên", "Đã báo cáo", "Chậm"), half.blocs().stream()
                .map(bloc -> List.of(bloc.name(), bloc.status(), String.valueOf(bloc.members()), String.valueOf(bloc.reported()),
                        String.valueOf(bloc.late().size()))).toList(), List.of(2, 3, 4), List.of(40, 27, 11, 12, 10));
    }

    /** Members' figures count once their heads have approved them, also where their bloc is not done yet: that is said. */
    private static List<String> basis(HalfYear half) {
        return half.figures().isEmpty() || half.gaps().isEmpty() ? List.of()
                : List.of("Số liệu tính theo báo cáo đã gửi của các đơn vị thành viên, kể cả của cụm, khối chưa được tiếp nhận báo cáo sơ kết.");
    }

    private static Table figures(HalfYear half) {
        return new Table(List.of("Chỉ tiêu", "Đơn vị tính", "Cách tính", "Kết quả", "Đạt", "Chưa đạt"), half.figures().stream()
                .map(figure -> List.of(figure.name(), figure.unit() == null ? "" : figure.unit(), figure.summed() ? "cộng" : "bình quân",
                        PlanText.number(figure.value()), String.valueOf(figure.reached()), String.valueOf(figure.missed()))).toList(),
                List.of(3, 4, 5), List.of(38, 14, 14, 14, 10, 10));
    }

    private static Table campaigns(HalfYear half) {
        return new Table(List.of("Phong trào thi đua", "Ngày sơ kết", "Đơn vị báo cáo", "Báo cáo"), half.campaigns().stream()
                .map(line -> List.of(line.title(), PlanText.day(line.date()), line.reported() + "/" + line.total(),
                        line.number() == null ? "chưa ban hành" : "Số " + line.number())).toList(), List.of(), List.of(46, 17, 17, 20));
    }

    private static String award(HalfYear.Award award) {
        return "- " + award.unitName() + ": " + award.title() + " năm " + award.awardYear() + " (Quyết định số " + award.decisionNumber()
                + " ngày " + PlanText.day(award.decisionDate()) + " của " + award.grantedBy() + ").";
    }
}
