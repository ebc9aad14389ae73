package vn.giaouoc.covenant;

import java.util.ArrayList;
import java.util.List;
import vn.giaouoc.document.PaperContent.Table;

/** The targets of a covenant as a table of a paper. */
final class TargetTable {

    private TargetTable() {
    }

    static Table of(List<Target> targets, List<TargetMeaning> meanings) {
        List<List<String>> rows = new ArrayList<>();
        for (Target target : targets) {
            String base = TargetText.base(target, targets).strip();
            rows.add(List.of(String.valueOf(rows.size() + 1), target.name(), value(target, meanings), base.startsWith("của ") ? base.substring(4) : base,
                    target.scope() == TargetScope.BLOC ? "Toàn khối" : "Từng đơn vị"));
        }
        return new Table(List.of("TT", "Chỉ tiêu", "Mức", "Tính trên", "Phạm vi"), rows, List.of(0), List.of(7, 39, 17, 22, 15));
    }

    /** As a number, or in words where no number can say it: a rating, an index. */
    private static String value(Target target, List<TargetMeaning> meanings) {
        boolean words = target.base() == null && target.comparator() != TargetComparator.DONE;
        return meanings.stream().filter(meaning -> words && meaning.targetId().equals(target.id()) && meaning.people() == null)
                .map(TargetMeaning::text).findFirst().orElseGet(() -> TargetText.value(target));
    }

    /** The sign before a limit that was rounded to whole people, which includes it. */
    static String limit(Target target) {
        boolean rounded = target.rounding() != null && target.rounding() != Rounding.NONE;
        return (switch (target.comparator()) {
            case MORE_THAN -> rounded ? TargetComparator.AT_LEAST : target.comparator();
            case LESS_THAN -> rounded ? TargetComparator.AT_MOST : target.comparator();
            default -> target.comparator();
        }).sign();
    }
}
