package vn.giaouoc.campaign;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.document.PaperText;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitKind;

/** What the paper of a plan says: its sections in the order of the plans provinces issue. */
@Component
public class PlanText implements PaperText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
            "XV");

    private final PlanVersions plans;
    private final CampaignRepository campaigns;
    private final Organisation organisation;

    PlanText(PlanVersions plans, CampaignRepository campaigns, Organisation organisation) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.organisation = organisation;
    }

    @Override
    public boolean owns(String paperId) {
        return paperId.endsWith("/KH");
    }

    @Override
    public String template() {
        return "KH";
    }

    @Override
    public String kindName() {
        return "KẾ HOẠCH";
    }

    /** The plan as it was issued first: amendments are papers of their own. */
    @Override
    public Body body(String paperId) {
        String code = paperId.substring(0, paperId.indexOf('/'));
        Campaign campaign = campaigns.findById(code).orElseThrow();
        Plan plan = plans.issued(code, campaign.issuedAt(), campaign.planVersion());
        return new Body(lines(plan.legalGrounds()), "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", sections(plan),
                "Yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện./.", List.of("Các đối tượng thực hiện", "Thường trực Tỉnh ủy, HĐND tỉnh", "Lưu: VT, TĐKT."));
    }

    /** The sections of a plan that have content, numbered without gaps. */
    public List<Section> sections(Plan plan) {
        Map<String, String> units = organisation.names(plan.namedUnits());
        return numbered(Stream.of(
                new Section("Mục đích, yêu cầu", lines(plan.purpose()), null),
                new Section("Chủ đề, sự kiện", occasions(plan), null),
                new Section("Đối tượng", subjects(plan, units), null),
                new Section("Nội dung thi đua", counted(plan.contentItems()), null),
                new Section("Mục tiêu, chỉ tiêu", List.of(), targets(plan)),
                new Section("Thời gian", period(plan), null),
                new Section("Khen thưởng", List.of(), quotas(plan)),
                new Section("Tổ chức thực hiện", plan.themes().stream().map(theme -> "- " + units.get(theme.agencyCode())
                        + ": cơ quan thường trực về " + theme.theme() + ".").toList(), null)));
    }

    /** Roman numerals before the headings of the parts that have content. */
    public static List<Section> numbered(Stream<Section> parts) {
        List<Section> full = parts.filter(part -> !part.paragraphs().isEmpty() || part.table() != null && !part.table().rows().isEmpty())
                .toList();
        return IntStream.range(0, full.size()).mapToObj(i -> new Section(ROMAN.get(i) + ". "
                + full.get(i).heading().toUpperCase(Locale.forLanguageTag("vi")), full.get(i).paragraphs(), full.get(i).table())).toList();
    }

    /** The lines of a long text, blank ones left out. */
    public static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().filter(line -> !line.isBlank()).toList();
    }

    /** A figure as officials read it: 1.234,5. */
    public static String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getInstance(Locale.forLanguageTag("vi-VN"));
        format.setMaximumFractionDigits(4);
        return value == null ? "" : format.format(value);
    }

    /**
     * A difference as officials read it: +0,5 điểm %, -3 mô hình. That of two percentages is counted in points.
     *
     * @param unit of the values compared; null: none
     */
    public static String difference(BigDecimal value, String unit) {
        String points = unit == null ? "" : unit.replace("%", "điểm %").strip();
        return (value.signum() > 0 ? "+" : "") + number(value) + (points.isEmpty() ? "" : " " + points);
    }

    /** A day as officials read it: 05/08/2024; empty for null. */
    public static String day(LocalDate date) {
        return date == null ? "" : date.format(DAY);
    }

    private static List<String> occasions(Plan plan) {
        List<String> lines = new ArrayList<>(lines(plan.slogan()));
        plan.occasions().forEach(event -> lines.add("- " + event.name() + (event.date() == null ? "." : " (" + day(event.date()) + ").")));
        plan.parents().forEach(parent -> lines.add("- Thuộc phong trào " + parent + "."));
        return lines;
    }

    private static List<String> subjects(Plan plan, Map<String, String> units) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("; ", plan.unitKinds().stream().map(UnitKind::label).toList()) + ".");
        if (!plan.excludedUnits().isEmpty()) {
            lines.add("Không áp dụng đối với: " + String.join("; ", plan.excludedUnits().stream().map(units::get).toList()) + ".");
        }
        plan.otherSubjects().forEach(subject -> lines.add("- " + subject.name() + " (" + units.get(subject.communeCode()) + " trả lời thay)."));
        return lines;
    }

    private static List<String> counted(List<String> items) {
        return IntStream.range(0, items.size()).mapToObj(i -> (i + 1) + ". " + items.get(i)).toList();
    }

    private static Table targets(Plan plan) {
        return new Table(List.of("TT", "Chỉ tiêu", "Đơn vị tính", "Hiện tại", "Cần đạt", "Chiều"), IntStream.range(0, plan.targets().size())
                .mapToObj(i -> {
                    Plan.Target row = plan.targets().get(i);
                    return List.of(String.valueOf(i + 1), row.name(), row.unit(), number(row.baseline()), number(row.target()), row.direction().label());
                }).toList(), List.of(0, 3, 4), List.of(8, 41, 13, 13, 13, 12));
    }

    private static List<String> period(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("- Thời gian thực hiện: từ ngày " + day(plan.from()) + " đến hết ngày " + day(plan.to()) + " ("
                + (ChronoUnit.DAYS.between(plan.from(), plan.to()) + 1) + " ngày).");
        plan.reportingDates().forEach(date -> lines.add("- " + (date.kind() == Plan.ReportingDate.Kind.MIDTERM ? "Sơ kết" : "Báo cáo hằng năm")
                + ": ngày " + day(date.date()) + "."));
        if (plan.finalReviewDate() != null) {
            lines.add("- Tổng kết: ngày " + day(plan.finalReviewDate()) + ".");
        }
        if (plan.responseDue() != null) {
            lines.add("- Các đơn vị gửi kế hoạch, đăng ký công trình, phần việc trước ngày " + day(plan.responseDue()) + ".");
        }
        return lines;
    }

    private static Table quotas(Plan plan) {
        return new Table(List.of("TT", "Đối tượng", "Hình thức", "Không quá"), IntStream.range(0, plan.quotas().size()).mapToObj(i -> {
            Plan.Quota row = plan.quotas().get(i);
            return List.of(String.valueOf(i + 1), PlanDiff.object(row), row.award(), number(row.limit()) + PlanDiff.limitUnit(row));
        }).toList(), List.of(0, 3), List.of(8, 22, 50, 20));
    }
}
