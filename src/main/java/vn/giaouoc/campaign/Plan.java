package vn.giaouoc.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.giaouoc.organisation.UnitKind;

/**
 * The content of a campaign's plan (kế hoạch phát động), as entered: long texts are stored as given. Lists are never null.
 *
 * @param excludedUnits units of the chosen kinds that do not take part
 * @param otherSubjects villages, residential groups, small cooperatives: no account, answered for by their commune
 * @param responseDue   by when units answer; null = counted from the deadline table
 */
public record Plan(CampaignType type, String title, String legalGrounds, String purpose, List<Occasion> occasions, String slogan,
                   LocalDate from, LocalDate to, List<ReportingDate> reportingDates, LocalDate finalReviewDate,
                   List<String> contentItems, Set<UnitKind> unitKinds, Set<String> excludedUnits, List<Subject> otherSubjects,
                   List<Target> targets, List<Theme> themes, List<String> parents, List<Quota> quotas, LocalDate responseDue) {

    public Plan {
        occasions = orEmpty(occasions);
        reportingDates = orEmpty(reportingDates);
        contentItems = orEmpty(contentItems);
        unitKinds = inOrder(unitKinds);
        excludedUnits = inOrder(excludedUnits);
        otherSubjects = orEmpty(otherSubjects);
        targets = orEmpty(targets);
        themes = orEmpty(themes);
        parents = orEmpty(parents);
        quotas = orEmpty(quotas);
    }

    /** The same without a date for the units' answers. */
    Plan withoutResponseDue() {
        return new Plan(type, title, legalGrounds, purpose, occasions, slogan, from, to, reportingDates, finalReviewDate, contentItems,
                unitKinds, excludedUnits, otherSubjects, targets, themes, parents, quotas, null);
    }

    /** Codes of the units the plan speaks of by name. */
    public Set<String> namedUnits() {
        return Stream.of(excludedUnits.stream(), themes.stream().map(Theme::agencyCode), otherSubjects.stream().map(Subject::communeCode))
                .flatMap(codes -> codes).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** An empty plan of this type, to be drafted. */
    public static Plan draft(CampaignType type, String title) {
        return new Plan(type, title, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    /** In natural order, so that the same plan is always written the same way. */
    private static <T extends Comparable<T>> Set<T> inOrder(Set<T> set) {
        return set == null ? Set.of() : set.stream().filter(Objects::nonNull).sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** An anniversary or event the campaign serves; it need not lie inside the window. */
    public record Occasion(String name, LocalDate date) {
    }

    /** When units report: sơ kết, or yearly for themes of several years. */
    public record ReportingDate(Kind kind, LocalDate date) {

        /** Which report. */
        public enum Kind { MIDTERM, YEARLY }
    }

    /** A subject without an account and the commune that answers for it. */
    public record Subject(String name, String communeCode) {
    }

    /**
     * A figure to reach: indicator with unit ("%", "điểm", "hộ"), where it starts, where it should be, which way is better and
     * how the units' figures make the province's; without a word on that, shares and points are averaged, counts are summed.
     */
    public record Target(String name, String unit, BigDecimal baseline, BigDecimal target, Direction direction,
                         Aggregation aggregation) {

        private static final Set<String> RATIOS = Set.of("%", "điểm", "điểm %", "điểm phần trăm");

        public Target {
            if (aggregation == null) {
                aggregation = unit != null && RATIOS.contains(unit.strip().toLowerCase(Locale.ROOT))
                        ? Aggregation.AVERAGE : Aggregation.SUM;
            }
        }

        /** Which way is better. KEEP: not below the target. */
        public enum Direction {
            UP("Tăng"), DOWN("Giảm"), KEEP("Giữ vững");

            private final String label;

            Direction(String label) {
                this.label = label;
            }

            /** Vietnamese, as officials read it. */
            public String label() {
                return label;
            }
        }

        /** How the units' figures make the province's; PROVINCE: one figure, entered when the reports are consolidated. */
        public enum Aggregation { SUM, AVERAGE, PROVINCE }
    }

    /** A theme and its standing agency (cơ quan thường trực phong trào chuyên đề). */
    public record Theme(String theme, String agencyCode) {
    }

    /** How many awards the plan allows. {@code limit}: a count, percent 0–100, or a count per unit. */
    public record Quota(Object object, String award, LimitKind limitKind, BigDecimal limit) {

        /** Who is awarded. */
        public enum Object { COLLECTIVE, INDIVIDUAL, HOUSEHOLD }

        /** What the limit counts. */
        public enum LimitKind { COUNT, PERCENT, PER_UNIT }
    }
}
