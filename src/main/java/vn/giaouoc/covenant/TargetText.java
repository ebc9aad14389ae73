package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A target as it is printed. */
public final class TargetText {

    static final String PEOPLE = "người";
    static final String UNITS = "đơn vị";

    private TargetText() {
    }

    /**
     * What is counted: people, units, or what the target at the bottom of the chain counts.
     *
     * @param all      targets of the covenant, by id
     * @param measures by code
     */
    public static String counted(Target target, Map<String, Target> all, Map<String, Measure> measures) {
        Set<String> seen = new HashSet<>();
        Target at = target;
        while (at.base() != null && all.containsKey(at.base()) && seen.add(at.id())) {
            at = all.get(at.base());
        }
        Measure measure = measures.get(at.measure());
        if (measure != null && measure.kind() == Measure.Kind.COUNT) {
            return at.unit();
        }
        return Target.MEMBERS.equals(at.base()) ? UNITS : PEOPLE;
    }

    /**
     * "Tỷ lệ … \"Lao động tiên tiến\": ≥ 95 % tổng số người (từng đơn vị), làm tròn lên".
     *
     * @param all     targets of the covenant, to name what a percentage is of
     * @param ratings levels, to name the value of a rating
     */
    public static String of(Target target, List<Target> all, List<RatingLevel> ratings) {
        return target.name() + ": " + value(target, ratings) + base(target, all)
                + (target.scope() == TargetScope.BLOC ? " (tính chung)" : " (từng đơn vị)") + rounding(target);
    }

    /** "≥ 95 %", "≥ Hoàn thành tốt nhiệm vụ", "Đạt". */
    public static String value(Target target, List<RatingLevel> ratings) {
        if (target.comparator() == TargetComparator.DONE) {
            return "Đạt";
        }
        return target.comparator().sign() + " " + ratings.stream().filter(level -> rated(target, level)).map(RatingLevel::name).findFirst()
                .orElseGet(() -> VietnameseNumber.of(target.value()) + (target.unit() == null || target.unit().isBlank() ? "" : " "
                + target.unit()));
    }

    private static boolean rated(Target target, RatingLevel level) {
        return RatingLevel.UNIT.equals(target.unit()) && target.value() != null
                && target.value().compareTo(BigDecimal.valueOf(level.value())) == 0;
    }

    /** " tổng số người", " số đơn vị thành viên", " của \"…\""; empty for what is no share. */
    public static String base(Target target, List<Target> all) {
        if (target.base() == null) {
            return "";
        }
        return switch (target.base()) {
            case Target.STAFF -> " tổng số người";
            case Target.MEMBERS -> " số đơn vị thành viên";
            default -> " của \"" + all.stream().filter(other -> other.id().equals(target.base())).map(Target::name).findFirst()
                    .orElse(target.base()) + "\"";
        };
    }

    private static String rounding(Target target) {
        if (target.base() == null || target.rounding() == null) {
            return "";
        }
        return switch (target.rounding()) {
            case UP -> ", làm tròn lên";
            case DOWN -> ", làm tròn xuống";
            case NEAREST -> ", làm tròn đến số gần nhất";
            case NONE -> "";
        };
    }
}
