package vn.giaouoc.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PaperContent.Joint;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Signature;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.document.PaperContent.Verification;

/** What the bloc's report on its review says, from the document that is signed. */
final class ReviewReportText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ReviewRows.Sealed sealed;
    private final SealedReport report;
    private final String place;
    private final LocalDate date;
    private final int year;
    private final String toCome;
    private final ZoneId zone;
    private final Verification verification;

    /**
     * @param date         null while it has none
     * @param toCome       the rest of the period: {@code 6 tháng cuối năm 2026}
     * @param verification null before it is signed
     */
    ReviewReportText(ReviewRows.Sealed sealed, String place, LocalDate date, int year, String toCome, ZoneId zone, Verification verification) {
        this.sealed = sealed;
        this.report = sealed.report();
        this.place = place;
        this.date = date;
        this.year = year;
        this.toCome = toCome;
        this.zone = zone;
        this.verification = verification;
    }

    PaperContent paper() {
        BlocReport words = report.report();
        return new PaperContent(null, report.body().toUpperCase(VIETNAMESE), null, null, place, date, year, "BÁO CÁO",
                "Sơ kết phong trào thi đua, thực hiện giao ước thi đua " + report.period(), "Sở Nội vụ", List.of(),
                "Ngày " + PlanText.day(report.conferenceDate()) + ", " + report.body() + " tổ chức hội nghị sơ kết " + report.period()
                        + ". Trưởng " + report.word() + " (" + report.headName() + ") báo cáo kết quả như sau:",
                sections(words), "Trên đây là báo cáo sơ kết của " + report.body() + "./.",
                List.of("Như trên", "Các đơn vị thành viên", "Lưu: VT."), List.of(), null,
                new Joint(words.number() == null || words.number().isBlank() ? null : "Số: " + words.number().strip(), List.of(signature()),
                        verification));
    }

    private Signature signature() {
        boolean signed = sealed.signedAt() != null;
        List<String> capacity = new ArrayList<>(List.of("TM. " + report.word().toUpperCase(VIETNAMESE) + " THI ĐUA",
                "TRƯỞNG " + report.word().toUpperCase(VIETNAMESE), report.headName().toUpperCase(VIETNAMESE)));
        if (signed) {
            capacity.addAll(Arrays.asList(sealed.capacity().split("\n")));
        }
        return new Signature(null, capacity, signed,
                signed ? "Đã xác nhận điện tử lúc " + sealed.signedAt().atZone(zone).format(MOMENT) : null, sealed.signerName());
    }

    private List<Section> sections(BlocReport words) {
        return PlanText.numbered(Stream.of(
                new Section("Đánh giá chung", PlanText.lines(words.overview()), null),
                new Section("Tình hình báo cáo của các thành viên", arrivals(), members()),
                new Section("Kết quả thực hiện chỉ tiêu giao ước", List.of(), figures()),
                new Section("Chỉ tiêu chưa đạt và nguyên nhân", List.of(), shortfalls()),
                new Section("Các phong trào thi đua", List.of(), movements()),
                new Section("Kết quả nổi bật", PlanText.lines(words.results()), null),
                new Section("Điển hình tiên tiến", List.of(), models()),
                new Section("Khen thưởng của thành viên ngoài khối", List.of(), awards()),
                new Section("Kiểm tra chéo", List.of(), inspections()),
                new Section("Hạn chế, nguyên nhân", PlanText.lines(words.limitations()), null),
                new Section("Kết luận hội nghị", List.of(), decided(report.conclusions())),
                new Section("Phương hướng, nhiệm vụ " + toCome, PlanText.lines(words.directions()), decided(report.tasks())),
                new Section("Đề xuất, kiến nghị", PlanText.lines(words.proposals()), null)));
    }

    private List<String> arrivals() {
        List<String> lines = new ArrayList<>();
        lines.add(report.members().stream().filter(SealedReport.Member::reported).count() + "/" + report.members().size()
                + " đơn vị thành viên đã báo cáo.");
        return lines;
    }

    private Table members() {
        return table(List.of("TT", "Đơn vị", "Báo cáo", "Chỉ tiêu đạt", "Chưa đạt"), report.members(), member -> List.of(member.name(),
                !member.reported() ? "Chưa báo cáo" : member.daysLate() > 0 ? "Chậm " + member.daysLate() + " ngày"
                        : Boolean.TRUE.equals(member.late()) ? "Chậm trong ngày" : "Đúng hạn",
                member.reported() ? String.valueOf(member.reached()) : "–", member.reported() ? String.valueOf(member.missed()) : "–"),
                List.of(0, 3, 4), List.of(7, 45, 20, 14, 14));
    }

    private Table figures() {
        return table(List.of("TT", "Chỉ tiêu", "Đơn vị tính", "Đơn vị báo cáo", "Tổng", "Bình quân", "Đạt", "Chưa đạt"), report.figures(),
                figure -> List.of(figure.name(), figure.unit(), String.valueOf(figure.targets()), number(figure.total()),
                        figure.counted() ? "" : rounded(figure.average()), String.valueOf(figure.reached()), String.valueOf(figure.missed())),
                List.of(0, 3, 4, 5, 6, 7), List.of(7, 28, 12, 11, 11, 12, 8, 11));
    }

    private record ShortfallRow(String unit, SealedReport.Shortfall shortfall) {
    }

    private Table shortfalls() {
        List<ShortfallRow> all = report.members().stream().flatMap(member -> member.shortfalls().stream()
                .map(shortfall -> new ShortfallRow(member.name(), shortfall))).toList();
        return table(List.of("TT", "Đơn vị", "Chỉ tiêu", "Mức", "Kết quả", "Chênh lệch", "Nguyên nhân"), all, row -> List.of(row.unit(),
                row.shortfall().target(), text(row.shortfall().targetText()), result(row.shortfall()),
                deviation(row.shortfall()), text(row.shortfall().note())), List.of(0, 5), List.of(7, 16, 18, 11, 14, 14, 20));
    }

    private Table movements() {
        return table(List.of("TT", "Phong trào", "Giai đoạn", "Kết quả"), report.movements(), movement -> List.of(movement.title(),
                ReportContent.period(movement.fromYear(), movement.toYear()), text(movement.results())), List.of(0), List.of(7, 38, 15, 40));
    }

    private Table models() {
        return table(List.of("TT", "Điển hình", "Loại", "Đơn vị", "Giai đoạn", "Thành tích"), report.models(), model -> List.of(model.name(),
                model.kind(), model.unitName(), text(model.period()), model.achievement()), List.of(0), List.of(7, 20, 12, 19, 16, 26));
    }

    private Table awards() {
        return table(List.of("TT", "Đơn vị", "Hình thức", "Năm", "Quyết định"), report.awards(), award -> List.of(award.unitName(), award.award(),
                String.valueOf(award.year()), award.decision() + " ngày " + PlanText.day(award.decidedOn()) + " của " + award.grantedBy()),
                List.of(0, 3), List.of(7, 25, 25, 10, 33));
    }

    private Table inspections() {
        return table(List.of("TT", "Đơn vị kiểm tra", "Đơn vị được kiểm tra", "Ngày", "Kết quả", "Ý kiến"), report.inspections(),
                row -> List.of(row.inspectorName(), row.inspectedName(), PlanText.day(row.on()),
                        row.findings() == null ? "Chưa có kết quả" : row.findings(),
                        answer(row)), List.of(0), List.of(7, 18, 18, 17, 24, 16));
    }

    private static Table decided(List<SealedReport.Decided> rows) {
        return table(List.of("TT", "Nội dung", "Đơn vị thực hiện", "Thời hạn"), rows, row -> List.of(row.content(), row.ownerName(),
                PlanText.day(row.dueOn())), List.of(0), List.of(7, 49, 26, 18));
    }

    /** A table whose first column counts. */
    private static <T> Table table(List<String> heads, List<T> rows, Function<T, List<String>> cells, List<Integer> numeric, List<Integer> widths) {
        return new Table(heads, IntStream.range(0, rows.size()).mapToObj(i -> Stream.concat(Stream.of(String.valueOf(i + 1)),
                cells.apply(rows.get(i)).stream()).toList()).toList(), numeric, widths);
    }

    private static String answer(SealedReport.Inspected row) {
        if (row.agrees() == null) {
            return row.findings() == null ? "" : "Chưa có ý kiến";
        }
        return row.agrees() ? "Thống nhất" : text(row.comment());
    }

    private static String result(SealedReport.Shortfall row) {
        return row.level() != null ? row.level() : row.value() == null ? "Chưa đạt"
                : number(row.value()) + (row.unit() == null || row.unit().isBlank() ? "" : " " + row.unit());
    }

    private static String deviation(SealedReport.Shortfall row) {
        return row.deviation() == null ? "" : PlanText.difference(row.deviation(), row.level() != null ? "mức" : row.unit());
    }

    private static String rounded(BigDecimal value) {
        return value == null ? "" : number(value.setScale(2, RoundingMode.HALF_UP));
    }

    private static String number(BigDecimal value) {
        return PlanText.number(value);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
