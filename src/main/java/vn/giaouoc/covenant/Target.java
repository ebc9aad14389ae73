package vn.giaouoc.covenant;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * One typed target of a covenant.
 *
 * @param id         of this covenant, {@code t1}; other targets and registrations name it
 * @param measure    code in the catalogue of measures
 * @param name       as it is printed
 * @param value      in {@code unit}; null where the comparator is DONE
 * @param unit       {@code %}, {@code người}, {@code điểm} …
 * @param base       what a percentage is of: {@link #STAFF}, {@link #MEMBERS} or the id of another target; null for counts and indices
 * @param direction  which way is better
 */
@Schema(name = "CovenantTarget") // plans have targets too, and the API's schemas have no packages
public record Target(String id, String measure, String name, TargetComparator comparator, BigDecimal value, String unit, String base,
                     Direction direction, Rounding rounding, TargetScope scope) {

    /** Base: all people of the unit (of all units for a target of the bloc). */
    public static final String STAFF = "STAFF";
    /** Base: the units of the bloc. */
    public static final String MEMBERS = "MEMBERS";

    /** Whether a value for the one is a value for the other: the same target, which may have got another value or name. */
    boolean measuresTheSameAs(Target other) {
        return Objects.equals(id, other.id) && Objects.equals(measure, other.measure) && comparator == other.comparator
                && Objects.equals(unit, other.unit) && Objects.equals(base, other.base) && scope == other.scope;
    }
}
