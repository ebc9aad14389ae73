package vn.giaouoc.covenant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.giaouoc.document.PaperContent.Table;

/** The targets of a covenant as a table of a paper. */
final class TargetTable {

    private TargetTable() {
    }

    static Table of(PaperFacts facts) {
        List<Target> targets = facts.covenant().content().targets();
        List<List<String>> rows = new ArrayList<>();
        for (Target target : targets) {
            rows.add(List.of(String.valueOf(rows.size() + 1), target.name(), TargetText.value(target, facts.ratings()),
                    base(target, targets),
                    target.scope() == TargetScope.BLOC ? "Chung của " + facts.word() : "Từng đơn vị"));
        }
        return new Table(List.of("TT", "Chỉ tiêu", "Mức", "Tính trên", "Phạm vi"), rows, List.of(0), List.of(7, 39, 18, 18, 18));
    }

    /** Another target by its number in this table, or in words what a share is of. */
    private static String base(Target target, List<Target> targets) {
        return IntStream.range(0, targets.size()).filter(i -> targets.get(i).id().equals(target.base()))
                .mapToObj(i -> "số đạt chỉ tiêu " + (i + 1)).findFirst().orElseGet(() -> TargetText.base(target, targets).strip());
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
