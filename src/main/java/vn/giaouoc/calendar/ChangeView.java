package vn.giaouoc.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A change of the calendar, as it is read.
 *
 * @param code    {@code LL-2026-001}
 * @param decidedBy name of the person; the id once the account is gone
 * @param doneAt  null: open deadlines are still being moved
 * @param moves   how many deadlines it moves; those that keep their old date do not count
 * @param pending how many of them are still to be moved
 * @param lines   empty in a list of changes, as is {@code moved}
 */
public record ChangeView(String code, String reason, String decidedBy, Instant decidedAt, Instant doneAt, int moves, int pending,
                         List<Line> lines, List<Moved> moved) {

    /** One row of the tables. @param kind YEAR, DAY, PARAMETER @param before null: there was none @param after null: taken out */
    public record Line(String kind, String subject, Map<String, Object> before, Map<String, Object> after) {
    }

    /** @param outcome PENDING, MOVED, or KEPT where the new date had passed already */
    public record Moved(String outcome, Move move) {
    }
}
