package vn.giaouoc.covenant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What differs between two contents. Commitments are compared as wholes, targets by what they measure, whatever their ids. */
final class ContentDiff {

    private final List<DiffRow> rows = new ArrayList<>();
    private final List<RatingLevel> ratings;

    private ContentDiff(List<RatingLevel> ratings) {
        this.ratings = ratings;
    }

    static List<DiffRow> between(CovenantContent before, CovenantContent after, List<RatingLevel> ratings) {
        var diff = new ContentDiff(ratings);
        diff.one("Chương trình công tác", before.plan(), after.plan());
        diff.one("Quy chế hoạt động", before.rules(), after.rules());
        diff.commitments(before.commitments(), after.commitments());
        diff.targets(before.targets(), after.targets());
        return List.copyOf(diff.rows);
    }

    private void one(String part, String before, String after) {
        if (!Objects.equals(before, after)) {
            rows.add(new DiffRow(part, before, after));
        }
    }

    /** What is only before was taken out, what is only after was added; with as many of each they are told in pairs. */
    private void commitments(List<String> before, List<String> after) {
        List<String> out = before.stream().filter(row -> !after.contains(row)).toList();
        List<String> in = after.stream().filter(row -> !before.contains(row)).toList();
        for (int i = 0; i < Math.max(out.size(), in.size()); i++) {
            rows.add(new DiffRow("Nội dung giao ước", i < out.size() ? out.get(i) : null, i < in.size() ? in.get(i) : null));
        }
        if (out.isEmpty() && in.isEmpty() && !before.equals(after)) {
            rows.add(new DiffRow("Thứ tự nội dung giao ước", String.join("; ", before), String.join("; ", after)));
        }
    }

    private void targets(List<Target> before, List<Target> after) {
        Map<String, String> old = byName(before);
        Map<String, String> now = byName(after);
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> one("Chỉ tiêu", old.get(name), now.get(name)));
    }

    private Map<String, String> byName(List<Target> targets) {
        Map<String, String> found = new LinkedHashMap<>();
        targets.forEach(target -> found.merge(target.measure() + target.scope() + target.name(), TargetText.of(target, targets, ratings),
                (one, other) -> one + "; " + other));
        return found;
    }
}
