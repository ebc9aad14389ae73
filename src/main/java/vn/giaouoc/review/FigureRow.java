package vn.giaouoc.review;

import java.math.BigDecimal;
import vn.giaouoc.covenant.Measure;
import vn.giaouoc.covenant.Rounding;
import vn.giaouoc.covenant.TargetComparator;

/**
 * One target of one member with its figure.
 *
 * @param target     value of the target, in {@code unit}; null where it is reached or not
 * @param targetText as it is printed: {@code ≥ 95 %}
 * @param base       how many people or units a percentage is of; null where unknown or none
 * @param limit      what the target comes to in people or units, rounded; null where none
 * @param peopleUnit what base and limit count: {@code người}, {@code đơn vị}, {@code sáng kiến}; null where there is no limit, and in reports
 *                   written before this was told
 * @param reported   what the unit reported for campaigns of the period; null: nothing
 * @param source     where: {@code PT-2026-001/KY1}; null: nowhere
 * @param value      what counts; null: not judged yet
 * @param outcome    null: not judged
 */
public record FigureRow(String targetId, String measure, Measure.Kind kind, String name, TargetComparator comparator, BigDecimal target,
                        String unit, String targetText, Rounding rounding, BigDecimal base, BigDecimal limit, String peopleUnit,
                        BigDecimal reported, String source, BigDecimal value, String overrideReason, String note, Outcome outcome) {

    /** The same with what the member entered. */
    FigureRow with(FigureEntry entry) {
        BigDecimal counts = entry == null || entry.value() == null ? reported : entry.value();
        boolean overridden = counts != null && reported != null && counts.compareTo(reported) != 0;
        return new FigureRow(targetId, measure, kind, name, comparator, target, unit, targetText, rounding, base, limit, peopleUnit, reported,
                source, counts, overridden ? entry.overrideReason() : null, entry == null ? null : entry.note(),
                Outcome.of(comparator, target, rounding, base, limit, counts));
    }

    /** The same with what campaigns know. */
    FigureRow with(KnownFigures.Found found) {
        return new FigureRow(targetId, measure, kind, name, comparator, target, unit, targetText, rounding, base, limit, peopleUnit,
                found.value(), found.source(), found.value(), null, null, Outcome.of(comparator, target, rounding, base, limit, found.value()));
    }
}
