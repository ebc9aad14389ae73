package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What targets mean in people: exact decimals all the way, rounded only where the target's rule says so. A percentage of another target is
 * of that target's limit after its rounding: 95 % of 200 people is 190, and 15 % of these 190 is 28,5.
 */
final class Meanings {

    /** Who a target is for. @param code null: the bloc @param staff null: not known */
    record Holder(String code, String name, BigDecimal staff, Map<String, BigDecimal> own) {
    }

    /** Numbers of one target for one holder; all null where it means none. */
    record Amount(BigDecimal base, BigDecimal exact, BigDecimal people) {

        static final Amount NONE = new Amount(null, null, null);
    }

    private final Map<String, Target> targets;
    private final Map<String, Measure> measures;
    private final Map<Integer, String> ratings;
    private final int members;

    Meanings(List<Target> targets, List<Measure> measures, List<RatingLevel> ratings, int members) {
        this.targets = targets.stream().filter(Meanings::told).collect(Collectors.toMap(Target::id, Function.identity(),
                (one, other) -> one, LinkedHashMap::new));
        this.measures = measures.stream().collect(Collectors.toMap(Measure::code, Function.identity()));
        this.ratings = ratings.stream().collect(Collectors.toMap(RatingLevel::value, RatingLevel::name));
        this.members = members;
    }

    /** While a covenant is being drafted a target may be half entered: it means nothing yet. */
    private static boolean told(Target target) {
        return target != null && target.id() != null && target.measure() != null && target.comparator() != null && target.scope() != null;
    }

    /** Each member's targets for each member, then the bloc's for the bloc, in the order of the targets. */
    List<TargetMeaning> of(List<Holder> holders) {
        Holder bloc = bloc(holders);
        List<TargetMeaning> meanings = new ArrayList<>();
        for (Target target : targets.values()) {
            if (target.scope() == TargetScope.BLOC) {
                meanings.add(meaning(target, bloc));
            } else {
                holders.forEach(holder -> meanings.add(meaning(target, holder)));
            }
        }
        return meanings;
    }

    /** All people of all units; not known before every unit has said how many it has. */
    static Holder bloc(List<Holder> holders) {
        boolean known = holders.stream().allMatch(holder -> holder.staff() != null);
        return new Holder(null, null, known ? holders.stream().map(Holder::staff).reduce(BigDecimal.ZERO, BigDecimal::add) : null,
                Map.of());
    }

    private TargetMeaning meaning(Target target, Holder holder) {
        Amount amount = amount(target, holder);
        return new TargetMeaning(target.id(), holder.code(), holder.name(), amount.base(), amount.exact(), amount.people(),
                text(target, holder, amount));
    }

    /** The numbers of one target for one holder. */
    Amount amount(Target target, Holder holder) {
        return amount(target, holder, new HashSet<>());
    }

    private Amount amount(Target target, Holder holder, Set<String> above) {
        BigDecimal value = value(target, holder);
        if (value == null || !above.add(target.id())) { // a circle means nothing
            return Amount.NONE;
        }
        return switch (kind(target)) {
            case COUNT -> new Amount(null, plain(value), limit(target, value));
            case PERCENT -> base(target, holder, above).map(base -> share(target, base, value)).orElse(Amount.NONE);
            default -> Amount.NONE;
        };
    }

    private Amount share(Target target, BigDecimal base, BigDecimal percent) {
        BigDecimal exact = base.multiply(percent).movePointLeft(2);
        return new Amount(plain(base), plain(exact), limit(target, exact));
    }

    private Optional<BigDecimal> base(Target target, Holder holder, Set<String> above) {
        if (Target.STAFF.equals(target.base())) {
            return Optional.ofNullable(holder.staff());
        }
        if (Target.MEMBERS.equals(target.base())) {
            return Optional.of(BigDecimal.valueOf(members));
        }
        return Optional.ofNullable(target.base()).map(targets::get).map(base -> amount(base, holder, above)).map(Amount::people);
    }

    /** The stricter of the covenant's value and the holder's own. */
    static BigDecimal value(Target target, Holder holder) {
        BigDecimal own = holder.own().get(target.id());
        if (own == null || target.value() == null) {
            return target.value();
        }
        return switch (target.comparator()) {
            case AT_LEAST, MORE_THAN -> own.max(target.value());
            case AT_MOST, LESS_THAN -> own.min(target.value());
            default -> target.value();
        };
    }

    /** The number of whole people that the comparator and the rounding rule make of an exact value. */
    static BigDecimal limit(Target target, BigDecimal exact) {
        Rounding rounding = target.rounding() == null ? Rounding.NONE : target.rounding();
        if (rounding == Rounding.NONE) {
            return plain(exact);
        }
        return plain(switch (target.comparator()) {
            case MORE_THAN -> exact.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
            case LESS_THAN -> exact.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE).max(BigDecimal.ZERO);
            default -> exact.setScale(0, switch (rounding) {
                case UP -> RoundingMode.CEILING;
                case DOWN -> RoundingMode.FLOOR;
                default -> RoundingMode.HALF_UP;
            });
        });
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros().scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY)
                : value.stripTrailingZeros();
    }

    private Measure.Kind kind(Target target) {
        Measure measure = measures.get(target.measure());
        return measure == null ? Measure.Kind.TEXT : measure.kind();
    }

    // ---- words ------------------------------------------------------------------------------------------------------

    private String text(Target target, Holder holder, Amount amount) {
        return switch (kind(target)) {
            case DONE, TEXT -> "Đạt";
            case RATING -> words(target.comparator()) + " \"" + rating(target) + "\"";
            case INDEX -> words(target.comparator()) + " " + figure(value(target, holder), target.unit());
            case COUNT -> counted(target, amount);
            case PERCENT -> share(target, holder, amount);
        };
    }

    private String rating(Target target) {
        return ratings.getOrDefault(target.value() == null ? 0 : target.value().intValue(), "…");
    }

    /** "Ít nhất 3 mô hình"; a strict comparison of whole things is told as the limit it comes to. */
    private static String counted(Target target, Amount amount) {
        if (amount.exact() == null) {
            return "Chưa có số";
        }
        return amount.exact().compareTo(amount.people()) == 0 ? words(target.comparator()) + " " + figure(amount.people(), target.unit())
                : whole(target.comparator()) + " " + figure(amount.people(), target.unit());
    }

    private String share(Target target, Holder holder, Amount amount) {
        BigDecimal value = value(target, holder);
        String percent = VietnameseNumber.of(value) + " %";
        if (target.base() == null) {
            return words(target.comparator()) + " " + percent;
        }
        if (amount.exact() == null) {
            return words(target.comparator()) + " " + percent + TargetText.base(target, List.copyOf(targets.values())) + " (chưa rõ số "
                    + noun(target) + ")";
        }
        boolean rounded = amount.exact().compareTo(amount.people()) != 0;
        String strict = strict(target.comparator()) ? lower(words(target.comparator())) + " " : "";
        return (rounded ? whole(target.comparator()) : words(target.comparator())) + " " + figure(amount.people(), noun(target)) + " ("
                + (rounded ? strict : "") + percent + " của " + VietnameseNumber.of(amount.base()) + " " + baseName(target)
                + (rounded ? " = " + VietnameseNumber.of(amount.exact()) : "") + ")";
    }

    private String noun(Target target) {
        return TargetText.counted(target, targets, measures);
    }

    private String baseName(Target target) {
        return switch (target.base()) {
            case Target.STAFF -> TargetText.PEOPLE;
            case Target.MEMBERS -> TargetText.UNITS;
            default -> noun(target) + " theo chỉ tiêu \"" + Optional.ofNullable(targets.get(target.base())).map(Target::name)
                    .orElse(target.base()) + "\"";
        };
    }

    private static String figure(BigDecimal value, String unit) {
        return VietnameseNumber.of(value) + (unit == null || unit.isBlank() ? "" : " " + unit);
    }

    private static String words(TargetComparator comparator) {
        return switch (comparator) {
            case AT_LEAST -> "Ít nhất";
            case MORE_THAN -> "Trên";
            case EXACTLY -> "Đúng";
            case AT_MOST -> "Không quá";
            case LESS_THAN -> "Dưới";
            case DONE -> "Đạt";
        };
    }

    /** For whole numbers a strict comparison includes the limit that was computed. */
    private static String whole(TargetComparator comparator) {
        return switch (comparator) {
            case MORE_THAN -> words(TargetComparator.AT_LEAST);
            case LESS_THAN -> words(TargetComparator.AT_MOST);
            default -> words(comparator);
        };
    }

    private static boolean strict(TargetComparator comparator) {
        return comparator == TargetComparator.MORE_THAN || comparator == TargetComparator.LESS_THAN;
    }

    private static String lower(String word) {
        return word.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
