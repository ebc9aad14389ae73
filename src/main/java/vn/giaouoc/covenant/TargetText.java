package vn.giaouoc.covenant;

import java.util.List;

/** A target as it is printed. */
public final class TargetText {

    private TargetText() {
    }

    /** "Tỷ lệ … \"Lao động tiên tiến\": ≥ 95 % tổng số người (từng đơn vị)". @param all of the covenant, to name what a percentage is of */
    public static String of(Target target, List<Target> all) {
        return target.name() + ": " + value(target) + base(target, all) + (target.scope() == TargetScope.BLOC ? " (cả khối)" : " (từng đơn vị)")
                + rounding(target);
    }

    /** "≥ 95 %", "Đạt". */
    public static String value(Target target) {
        return target.comparator() == TargetComparator.DONE ? "Đạt"
                : target.comparator().sign() + " " + VietnameseNumber.of(target.value()) + (target.unit().isBlank() ? "" : " " + target.unit());
    }

    /** " tổng số người", " số đơn vị thành viên", " của chỉ tiêu …"; empty for what is no share. */
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
        if (target.base() == null) {
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
