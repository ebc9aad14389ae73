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
import java.util.stream.Collectors;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;

/** Whether a member's registration holds together, and whether it reaches the covenant's targets (B15, B16). */
final class RegistrationChecks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_PEOPLE = 1_000_000;
    private static final int MOST_ROWS = 200;
    private static final int LONGEST_ROW = 1_000;
    private static final int LONGEST = 20_000;

    private final Map<String, Title> titles;
    private final Map<String, Measure> measures;
    private final Set<Integer> ratings;
    private final List<Target> targets;
    private final TargetChecks.Rule rule;
    private final LocalDate on;

    RegistrationChecks(List<Title> titles, List<Measure> measures, List<RatingLevel> ratings, List<Target> targets, TargetChecks.Rule rule,
            LocalDate on) {
        this.titles = titles.stream().collect(Collectors.toMap(Title::code, Function.identity()));
        this.measures = measures.stream().collect(Collectors.toMap(Measure::code, Function.identity()));
        this.ratings = ratings.stream().map(RatingLevel::value).collect(Collectors.toSet());
        this.targets = targets;
        this.rule = rule;
        this.on = on;
    }

    void check(Registration registration, Errors errors) {
        Integer staff = registration.staff();
        errors.when(staff == null, "staff", "Nhập tổng số cán bộ, công chức, viên chức, người lao động của đơn vị.");
        errors.when(staff != null && (staff < 1 || staff > MOST_PEOPLE), "staff", "Tổng số người từ 1 đến 1.000.000.");
        titles(registration, errors);
        rows(registration.initiatives(), "initiatives", "Nhập tên sáng kiến.", errors);
        rows(registration.models(), "models", "Nhập tên mô hình, công trình.", errors);
        own(registration.targets(), errors);
        errors.text(registration.note(), "note", false, LONGEST, null);
    }

    private void titles(Registration registration, Errors errors) {
        errors.when(registration.titles().size() > MOST_ROWS, "titles", "Tối đa " + MOST_ROWS + " dòng.");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < registration.titles().size(); i++) {
            TitleCount row = registration.titles().get(i);
            String at = "titles[" + i + "].";
            Title title = row == null || row.title() == null ? null : titles.get(row.title());
            errors.when(title == null, at + "title", "Chọn danh hiệu, hình thức trong danh mục.");
            errors.when(title != null && !seen.add(row.title()), at + "title", "Danh hiệu bị lặp.");
            if (title != null) {
                count(row.count(), title, registration.staff(), at + "count", errors);
            }
        }
    }

    private static void count(BigDecimal count, Title title, Integer staff, String at, Errors errors) {
        boolean whole = count != null && count.stripTrailingZeros().scale() <= 0 && count.signum() > 0
                && count.compareTo(BigDecimal.valueOf(MOST_PEOPLE)) <= 0;
        errors.when(!whole, at, "Nhập số nguyên từ 1 đến 1.000.000.");
        errors.when(whole && title.kind() == Title.Kind.INDIVIDUAL && staff != null && count.compareTo(BigDecimal.valueOf(staff)) > 0, at,
                "Số cá nhân đăng ký vượt tổng số người của đơn vị.");
    }

    private static void rows(List<String> rows, String field, String missing, Errors errors) {
        errors.when(rows.size() > MOST_ROWS, field, "Tối đa " + MOST_ROWS + " dòng.");
        for (int i = 0; i < rows.size(); i++) {
            errors.text(rows.get(i), field + "[" + i + "]", true, LONGEST_ROW, missing);
        }
    }

    private void own(List<MemberTarget> own, Errors errors) {
        Map<String, Target> each = targets.stream().filter(target -> target.scope() == TargetScope.EACH_MEMBER && target.value() != null)
                .collect(Collectors.toMap(Target::id, Function.identity()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < own.size(); i++) {
            MemberTarget row = own.get(i);
            String at = "targets[" + i + "].";
            Target target = row == null || row.targetId() == null ? null : each.get(row.targetId());
            errors.when(target == null, at + "targetId", "Giao ước không có chỉ tiêu bằng số này của từng đơn vị.");
            errors.when(target != null && !seen.add(row.targetId()), at + "targetId", "Chỉ tiêu bị lặp.");
            if (target != null) {
                value(row.value(), measures.get(target.measure()), at + "value", errors);
            }
        }
    }

    private void value(BigDecimal value, Measure measure, String at, Errors errors) {
        errors.when(value == null, at, "Nhập giá trị.");
        errors.number(value, at);
        errors.when(value != null && value.signum() < 0, at, "Giá trị không được âm.");
        errors.when(value != null && measure != null && measure.kind() == Measure.Kind.PERCENT && value.compareTo(HUNDRED) > 0, at,
                "Tỷ lệ không quá 100 %.");
        errors.when(value != null && measure != null && measure.kind() == Measure.Kind.RATING
                && ratings.stream().noneMatch(level -> value.compareTo(BigDecimal.valueOf(level)) == 0), at, "Chọn mức xếp loại trong danh mục.");
    }

    /** What does not block: own values and numbers of people below the covenant's, more CSTĐCS than LĐTT. @param meanings of this member */
    List<Finding> findings(Registration registration, List<TargetMeaning> meanings) {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < registration.targets().size(); i++) {
            below(registration.targets().get(i), "targets[" + i + "].value").ifPresent(found::add);
        }
        targets.forEach(target -> tooFew(target, registration, meanings).ifPresent(found::add));
        Optional<BigDecimal> advanced = count(registration, "LDTT");
        Optional<BigDecimal> fighters = count(registration, "CSTDCS");
        if (fighters.isPresent() && fighters.get().compareTo(advanced.orElse(BigDecimal.ZERO)) > 0) {
            rule.finding("B16", on, "titles", "Đăng ký " + VietnameseNumber.of(fighters.get()) + " Chiến sĩ thi đua cơ sở, nhiều hơn "
                    + VietnameseNumber.of(advanced.orElse(BigDecimal.ZERO)) + " Lao động tiên tiến.").ifPresent(found::add);
        }
        return found;
    }

    private Optional<Finding> below(MemberTarget own, String field) {
        return targets.stream().filter(target -> target.id().equals(own.targetId())).filter(target -> weaker(target, own.value()))
                .findFirst()
                .flatMap(target -> rule.finding("B15", on, field, "Giá trị đăng ký " + VietnameseNumber.of(own.value())
                        + " không đạt chỉ tiêu của giao ước (" + target.comparator().sign() + " " + VietnameseNumber.of(target.value())
                        + "); khi chấm điểm vẫn lấy theo giao ước."));
    }

    private static boolean weaker(Target target, BigDecimal own) {
        return switch (target.comparator()) {
            case AT_LEAST, MORE_THAN -> own.compareTo(target.value()) < 0;
            case AT_MOST, LESS_THAN -> own.compareTo(target.value()) > 0;
            default -> own.compareTo(target.value()) != 0;
        };
    }

    /** A measure of the same code as a title: the registered number of people is held against what the target means. */
    private Optional<Finding> tooFew(Target target, Registration registration, List<TargetMeaning> meanings) {
        boolean comparable = target.scope() == TargetScope.EACH_MEMBER && titles.containsKey(target.measure())
                && (target.comparator() == TargetComparator.AT_LEAST || target.comparator() == TargetComparator.MORE_THAN);
        BigDecimal needed = meanings.stream().filter(meaning -> meaning.targetId().equals(target.id())).map(TargetMeaning::people)
                .filter(java.util.Objects::nonNull).findFirst().orElse(null);
        BigDecimal registered = count(registration, target.measure()).orElse(BigDecimal.ZERO);
        if (!comparable || needed == null || registered.compareTo(needed) >= 0) {
            return Optional.empty();
        }
        return rule.finding("B15", on, "titles", "Đăng ký " + VietnameseNumber.of(registered) + " \"" + titles.get(target.measure()).name()
                + "\", chỉ tiêu cần " + VietnameseNumber.of(needed) + ".");
    }

    private static Optional<BigDecimal> count(Registration registration, String title) {
        return registration.titles().stream().filter(row -> row.title().equals(title)).map(TitleCount::count).findFirst();
    }
}
