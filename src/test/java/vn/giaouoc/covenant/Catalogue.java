package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.util.List;

/** A small catalogue and targets for tests without a database. */
final class Catalogue {

    static final List<Measure> MEASURES = List.of(
            measure("LDTT", Measure.Kind.PERCENT, "%", true, Rounding.UP),
            measure("CSTDCS", Measure.Kind.PERCENT, "%", true, Rounding.NONE),
            measure("HTTNV", Measure.Kind.PERCENT, "%", true, Rounding.UP),
            measure("DUNG_HAN", Measure.Kind.PERCENT, "%", false, Rounding.NONE),
            measure("MO_HINH", Measure.Kind.COUNT, "mô hình", false, Rounding.UP),
            measure("PAR_INDEX", Measure.Kind.INDEX, "điểm", false, Rounding.NONE),
            measure("XEP_LOAI", Measure.Kind.RATING, RatingLevel.UNIT, false, Rounding.NONE),
            measure("CONG_SO", Measure.Kind.DONE, "", false, Rounding.NONE),
            measure("KHAC", Measure.Kind.TEXT, "", false, Rounding.NONE));
    static final List<RatingLevel> RATINGS = List.of(new RatingLevel(4, "Hoàn thành xuất sắc nhiệm vụ"),
            new RatingLevel(3, "Hoàn thành tốt nhiệm vụ"));
    static final List<Title> TITLES = List.of(new Title("LDTT", "Lao động tiên tiến", Title.Kind.INDIVIDUAL, ""),
            new Title("CSTDCS", "Chiến sĩ thi đua cơ sở", Title.Kind.INDIVIDUAL, ""),
            new Title("TTLDXS", "Tập thể lao động xuất sắc", Title.Kind.COLLECTIVE, ""));

    private Catalogue() {
    }

    private static Measure measure(String code, Measure.Kind kind, String unit, boolean needsBase, Rounding rounding) {
        return new Measure(code, code, kind, unit, needsBase, Direction.UP, rounding, "");
    }

    /** A percentage of each member, at least. */
    static Target share(String id, String measure, String value, String base, Rounding rounding) {
        return target(id, measure, TargetComparator.AT_LEAST, value, base, rounding, TargetScope.EACH_MEMBER);
    }

    static Target target(String id, String measure, TargetComparator comparator, String value, String base, Rounding rounding,
            TargetScope scope) {
        String unit = MEASURES.stream().filter(row -> row.code().equals(measure)).map(Measure::unit).findFirst().orElse("");
        return new Target(id, measure, measure, comparator, value == null ? null : new BigDecimal(value), unit, base, Direction.UP,
                rounding, scope);
    }
}
