package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;

/** Whether targets hold together: measure, value, and for a percentage what it is of (B02). */
final class TargetChecks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 1_000;

    /** The rule of a check at a field, as it is valid on the day; empty: switched off. */
    interface Rule {
        Optional<Finding> finding(String code, LocalDate on, String field, String message);
    }

    private final Map<String, Measure> measures;
    private final Set<Integer> ratings;
    private final Rule rule;
    private final LocalDate on;
    private final List<Finding> findings = new ArrayList<>();

    TargetChecks(List<Measure> measures, List<RatingLevel> ratings, Rule rule, LocalDate on) {
        this.measures = measures.stream().collect(Collectors.toMap(Measure::code, Function.identity()));
        this.ratings = ratings.stream().map(RatingLevel::value).collect(Collectors.toSet());
        this.rule = rule;
        this.on = on;
    }

    /** What the catalogue knows is filled in where it was left out: name, unit, direction, rounding, scope. */
    static List<Target> complete(List<Target> targets, List<Measure> catalogue) {
        Map<String, Measure> measures = catalogue.stream().collect(Collectors.toMap(Measure::code, Function.identity()));
        UnaryOperator<Target> complete = target -> {
            Measure measure = target == null ? null : measures.get(target.measure());
            return measure == null ? target : new Target(target.id(), target.measure(), blank(target.name()) ? measure.name()
                    : target.name().strip(),
                    target.comparator() == null && !valued(measure) ? TargetComparator.DONE : target.comparator(), target.value(),
                    blank(target.unit()) ? measure.unit() : target.unit().strip(), blank(target.base()) ? null : target.base(),
                    target.direction() == null ? measure.direction() : target.direction(),
                    target.rounding() == null ? measure.rounding() : target.rounding(),
                    target.scope() == null ? TargetScope.EACH_MEMBER : target.scope());
        };
        return targets.stream().map(complete).toList();
    }

    /** Notes what is wrong at {@code targets[i].…}. @return what was found and does not block */
    List<Finding> check(List<Target> targets, Errors errors) {
        errors.when(targets.isEmpty(), "targets", "Nhập ít nhất một chỉ tiêu.");
        errors.when(targets.size() > MOST, "targets", "Tối đa " + MOST + " chỉ tiêu.");
        Map<String, Target> byId = new java.util.HashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            String at = "targets[" + i + "].";
            boolean known = target != null && target.id() != null && target.id().matches("t[0-9]{1,3}");
            errors.when(!known, at + "id", "Mã chỉ tiêu có dạng t1, t2 …");
            errors.when(known && byId.putIfAbsent(target.id(), target) != null, at + "id", "Mã chỉ tiêu bị lặp.");
        }
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) != null) {
                one(targets.get(i), byId, "targets[" + i + "].", errors);
            }
        }
        return findings;
    }

    private void one(Target target, Map<String, Target> byId, String at, Errors errors) {
        Measure measure = target.measure() == null ? null : measures.get(target.measure());
        errors.when(measure == null, at + "measure", "Chọn chỉ tiêu trong danh mục.");
        if (measure == null) {
            return;
        }
        errors.text(target.name(), at + "name", true, LONGEST_NAME, "Nhập tên chỉ tiêu.");
        errors.text(target.unit(), at + "unit", measure.kind() == Measure.Kind.COUNT, 30, "Nhập đơn vị tính.");
        comparator(target, measure, at, errors);
        direction(target, at, errors);
        if (valued(measure)) {
            value(target, measure, at, errors);
        }
        base(target, measure, byId, at, errors);
    }

    private static void comparator(Target target, Measure measure, String at, Errors errors) {
        boolean done = target.comparator() == TargetComparator.DONE;
        errors.when(target.comparator() == null, at + "comparator", "Chọn cách so sánh.");
        errors.when(valued(measure) && done, at + "comparator", "Chỉ tiêu có số: chọn ≥, >, =, ≤ hoặc <.");
        errors.when(!valued(measure) && (!done || target.value() != null), at + "comparator", "Chỉ tiêu này chỉ có đạt hoặc không đạt.");
        errors.when(measure.kind() == Measure.Kind.RATING && target.comparator() != TargetComparator.AT_LEAST
                && target.comparator() != TargetComparator.EXACTLY, at + "comparator", "Mức xếp loại so sánh bằng ≥ hoặc =.");
    }

    private static void direction(Target target, String at, Errors errors) {
        if (target.comparator() == null || target.direction() == null) {
            return;
        }
        boolean least = target.comparator() == TargetComparator.AT_LEAST || target.comparator() == TargetComparator.MORE_THAN;
        boolean most = target.comparator() == TargetComparator.AT_MOST || target.comparator() == TargetComparator.LESS_THAN;
        errors.when(least && target.direction() == Direction.DOWN || most && target.direction() == Direction.UP, at + "direction",
                "Chiều tốt không khớp cách so sánh: ≥, > đi với càng cao càng tốt; ≤, < đi với càng thấp càng tốt.");
    }

    private void value(Target target, Measure measure, String at, Errors errors) {
        BigDecimal value = target.value();
        errors.when(value == null, at + "value", "Nhập giá trị.");
        if (value == null) {
            return;
        }
        errors.number(value, at + "value");
        errors.when(value.signum() < 0, at + "value", "Giá trị không được âm.");
        if (measure.kind() == Measure.Kind.PERCENT && value.compareTo(HUNDRED) > 0) {
            b02(at + "value", "Tỷ lệ không quá 100 %.", errors);
        }
        errors.when(measure.kind() == Measure.Kind.RATING && ratings.stream()
                .noneMatch(level -> value.compareTo(BigDecimal.valueOf(level)) == 0),
                at + "value", "Chọn mức xếp loại trong danh mục.");
    }

    private void base(Target target, Measure measure, Map<String, Target> byId, String at, Errors errors) {
        String base = target.base();
        if (measure.kind() != Measure.Kind.PERCENT) {
            errors.when(base != null, at + "base", "Chỉ tiêu này không tính theo tỷ lệ của số khác.");
            return;
        }
        if (base == null) {
            if (measure.needsBase()) {
                b02(at + "base", "Nêu rõ " + (target.value() == null ? "tỷ lệ" : VietnameseNumber.of(target.value()) + " %")
                        + " tính trên số nào: tổng số người, số đơn vị thành viên, hay một chỉ tiêu khác.", errors);
            }
            return;
        }
        boolean each = target.scope() == TargetScope.EACH_MEMBER;
        if (base.equals(Target.MEMBERS)) {
            errors.when(each, at + "base", "Chỉ tiêu của từng đơn vị không tính trên số đơn vị; chọn chỉ tiêu chung của khối.");
        } else if (!base.equals(Target.STAFF)) {
            other(target, byId, at, errors);
        }
    }

    private void other(Target target, Map<String, Target> byId, String at, Errors errors) {
        Target base = byId.get(target.base());
        Measure measure = base == null || base.measure() == null ? null : measures.get(base.measure());
        boolean counts = measure != null && (measure.kind() == Measure.Kind.PERCENT || measure.kind() == Measure.Kind.COUNT);
        errors.when(base == null, at + "base", "Không có chỉ tiêu này trong giao ước để tính tỷ lệ.");
        errors.when(base != null && !counts, at + "base", "Chỉ tính tỷ lệ trên một chỉ tiêu về số người hoặc số lượng.");
        errors.when(base != null && base.scope() != target.scope(), at + "base",
                "Hai chỉ tiêu phải cùng là của từng đơn vị hoặc cùng là của khối.");
        errors.when(circular(target, byId), at + "base", "Các chỉ tiêu lấy nhau làm gốc tính thành vòng tròn.");
    }

    private static boolean circular(Target target, Map<String, Target> byId) {
        Set<String> seen = new HashSet<>();
        Target at = target;
        while (at != null && at.base() != null) {
            if (!seen.add(at.id())) {
                return true;
            }
            at = byId.get(at.base());
        }
        return false;
    }

    private void b02(String field, String message, Errors errors) {
        rule.finding("B02", on, field, message).ifPresent(finding -> {
            errors.when(finding.kind() == Finding.Kind.BLOCK, field, message);
            if (finding.kind() != Finding.Kind.BLOCK) {
                findings.add(finding);
            }
        });
    }

    private static boolean valued(Measure measure) {
        return measure.kind() != Measure.Kind.DONE && measure.kind() != Measure.Kind.TEXT;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
