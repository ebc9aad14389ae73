package vn.giaouoc.report;

import java.math.BigDecimal;
import vn.giaouoc.campaign.Plan;

/**
 * One indicator over all units that reported.
 *
 * @param value     sum or average of the units' figures; of PROVINCE indicators what the standing agency enters; null: none
 * @param units     how many units gave a figure
 * @param previous  the province's figure in the report of the period before, once that is signed; null: none
 * @param deviation value − target, in the indicator's unit; null without value
 * @param reached   whether the target is reached, by its direction; null without value
 */
public record Figure(String indicator, String unit, Plan.Target.Aggregation aggregation, BigDecimal baseline, BigDecimal target,
                     Plan.Target.Direction direction, BigDecimal value, long units, BigDecimal previous, BigDecimal deviation,
                     Boolean reached) {

    static Figure of(Plan.Target target, BigDecimal value, long units, BigDecimal previous) {
        BigDecimal deviation = value == null || target.target() == null ? null : value.subtract(target.target());
        return new Figure(target.name(), target.unit(), target.aggregation(), target.baseline(), target.target(), target.direction(),
                value, units, previous, deviation, deviation == null ? null : reached(target.direction(), deviation));
    }

    /** Whether a deviation is on the good side. */
    static boolean reached(Plan.Target.Direction direction, BigDecimal deviation) {
        return switch (direction) {
            case UP, KEEP -> deviation.signum() >= 0;
            case DOWN -> deviation.signum() <= 0;
        };
    }

    /** The same with the figure the standing agency enters. */
    Figure entered(BigDecimal figure) {
        return of(new Plan.Target(indicator, unit, baseline, target, direction, aggregation), figure, units, previous);
    }
}
