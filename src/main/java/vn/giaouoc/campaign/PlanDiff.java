package vn.giaouoc.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.giaouoc.organisation.UnitKind;

/** What differs between two versions of a plan. Rows of a list are compared as wholes or, where they have a name, by it. */
final class PlanDiff {

    private final List<PlanChange> changes = new ArrayList<>();
    private final Function<String, String> unitName;

    private PlanDiff(Function<String, String> unitName) {
        this.unitName = unitName;
    }

    /** @param unitName the name of a unit by its code */
    static List<PlanChange> between(Plan before, Plan after, Function<String, String> unitName) {
        var diff = new PlanDiff(unitName);
        diff.texts(before, after);
        diff.dates(before, after);
        diff.lists(before, after);
        return List.copyOf(diff.changes);
    }

    private void texts(Plan before, Plan after) {
        one("Loại phong trào", label(before.type()), label(after.type()));
        one("Tên phong trào", before.title(), after.title());
        one("Căn cứ", before.legalGrounds(), after.legalGrounds());
        one("Mục đích, yêu cầu", before.purpose(), after.purpose());
        one("Chủ đề, khẩu hiệu", before.slogan(), after.slogan());
    }

    private void dates(Plan before, Plan after) {
        one("Từ ngày", day(before.from()), day(after.from()));
        one("Đến hết ngày", day(before.to()), day(after.to()));
        one("Ngày tổng kết", day(before.finalReviewDate()), day(after.finalReviewDate()));
        one("Hạn các đơn vị trả lời", day(before.responseDue()), day(after.responseDue()));
        rows("Ngày báo cáo", before.reportingDates(), after.reportingDates(),
                row -> (row.kind() == Plan.ReportingDate.Kind.MIDTERM ? "Sơ kết " : "Báo cáo hằng năm ") + day(row.date()));
    }

    private void lists(Plan before, Plan after) {
        rows("Sự kiện, ngày kỷ niệm", before.occasions(), after.occasions(), row -> row.name() + dated(row.date()));
        rows("Nội dung thi đua", before.contentItems(), after.contentItems(), Function.identity());
        rows("Đối tượng", before.unitKinds(), after.unitKinds(), UnitKind::label);
        rows("Đơn vị không tham gia", before.excludedUnits(), after.excludedUnits(), unitName);
        rows("Đối tượng không có tài khoản", before.otherSubjects(), after.otherSubjects(),
                row -> row.name() + " (" + unitName.apply(row.communeCode()) + ")");
        named("Chỉ tiêu", before.targets(), after.targets(), Plan.Target::name, PlanDiff::target);
        named("Cơ quan thường trực", before.themes(), after.themes(), Plan.Theme::theme,
                row -> row.theme() + ": " + unitName.apply(row.agencyCode()));
        rows("Phong trào cấp trên", before.parents(), after.parents(), Function.identity());
        named("Khen thưởng", before.quotas(), after.quotas(), row -> row.object() + row.award(), PlanDiff::quota);
    }

    private void one(String part, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new PlanChange(part, before, after));
        }
    }

    /** Rows without a name: what is only before was taken out, what is only after was added. */
    private <T> void rows(String part, Collection<T> before, Collection<T> after, Function<T, String> text) {
        List<String> old = before.stream().map(text).toList();
        List<String> now = after.stream().map(text).toList();
        old.stream().filter(row -> !now.contains(row)).forEach(row -> changes.add(new PlanChange(part, row, null)));
        now.stream().filter(row -> !old.contains(row)).forEach(row -> changes.add(new PlanChange(part, null, row)));
    }

    private <T> void named(String part, List<T> before, List<T> after, Function<T, String> name, Function<T, String> text) {
        Map<String, String> old = byName(before, name, text);
        Map<String, String> now = byName(after, name, text);
        Stream.concat(old.keySet().stream(), now.keySet().stream()).distinct()
                .forEach(key -> one(part, old.get(key), now.get(key)));
    }

    private static <T> Map<String, String> byName(List<T> rows, Function<T, String> name, Function<T, String> text) {
        return rows.stream().collect(Collectors.toMap(name, text, (one, other) -> one + "; " + other, LinkedHashMap::new));
    }

    private static String target(Plan.Target row) {
        return row.name() + ": " + row.direction().label().toLowerCase(Locale.forLanguageTag("vi")) + ", " + (row.baseline() == null ? "" : "từ " + number(row.baseline()) + " ") + "đạt " + number(row.target())
                + " " + row.unit() + switch (row.aggregation()) {
                    case SUM -> " (cộng các đơn vị)";
                    case AVERAGE -> " (bình quân các đơn vị)";
                    case PROVINCE -> " (toàn tỉnh)";
                };
    }

    private static String quota(Plan.Quota row) {
        return object(row) + " – " + row.award() + ": không quá " + number(row.limit()) + limitUnit(row);
    }

    static String object(Plan.Quota row) {
        return switch (row.object()) {
            case COLLECTIVE -> "Tập thể";
            case INDIVIDUAL -> "Cá nhân";
            case HOUSEHOLD -> "Hộ gia đình";
        };
    }

    static String limitUnit(Plan.Quota row) {
        return switch (row.limitKind()) {
            case COUNT -> "";
            case PERCENT -> " %";
            case PER_UNIT -> " mỗi đơn vị";
        };
    }

    private static String label(CampaignType type) {
        return type == null ? null : type.label();
    }

    private static String number(BigDecimal value) {
        return value == null ? "…" : PlanText.number(value);
    }

    private static String day(LocalDate date) {
        return date == null ? null : PlanText.day(date);
    }

    private static String dated(LocalDate date) {
        return date == null ? "" : " (" + day(date) + ")";
    }
}
