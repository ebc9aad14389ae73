package vn.giaouoc.bloc;

import java.util.List;

/**
 * Whose turn it is to head a bloc.
 *
 * @param previous   name of the unit that headed it last; null when it has no history
 * @param turns      its members of the last period, first the one whose turn it is
 */
public record RotationNote(String blocCode, String name, String previous, List<Turn> turns) {

    /** @param lastHeaded {@code năm 2024}, the last period in which the unit was head; null: never */
    public record Turn(String unitCode, String unitName, String lastHeaded) {
    }
}
