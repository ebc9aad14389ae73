package vn.giaouoc.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.giaouoc.calendar.CalendarFlow.Place;
import vn.giaouoc.calendar.CalendarFlow.Waiting;
import vn.giaouoc.platform.time.DeadlineBasis;
import vn.giaouoc.platform.time.WorkCalendar;

/**
 * Reckons deadlines anew over another table. A deadline nobody waits for stays what it was; one that the change would bring into the past,
 * or further into it, keeps its old date; one that is counted from another follows it.
 */
final class Recomputation {

    private final CalendarTable table;
    private final WorkCalendar calendar;
    private final ZoneId zone;
    private final Instant now;
    private final Map<Place, Waiting> waiting;
    private final CalendarFlow flow;

    Recomputation(CalendarTable table, ZoneId zone, Instant now, Map<Place, Waiting> waiting, CalendarFlow flow) {
        this.table = table;
        this.calendar = table.calendar();
        this.zone = zone;
        this.now = now;
        this.waiting = waiting;
        this.flow = flow;
    }

    /** What moves of these, all deadlines of the cases they belong to. */
    List<Move> of(List<DeadlineBasis> all) {
        List<Move> moves = new ArrayList<>();
        all.stream().collect(Collectors.groupingBy(DeadlineBasis::caseCode)).values().forEach(rows -> ofCase(rows, moves));
        return moves;
    }

    private void ofCase(List<DeadlineBasis> rows, List<Move> moves) {
        Map<String, DeadlineBasis> bySlot = rows.stream().collect(Collectors.toMap(DeadlineBasis::slot, row -> row));
        boolean anyOpen = rows.stream().anyMatch(row -> waiting.containsKey(place(row)));
        Map<String, Instant> done = new HashMap<>();
        for (DeadlineBasis row : rows) {
            if (open(row, bySlot, anyOpen)) {
                Instant reckoned = reckon(row, bySlot, anyOpen, done);
                if (!reckoned.equals(row.dueAt())) {
                    moves.add(move(row, reckoned, passes(row, reckoned)));
                }
            }
        }
    }

    /**
     * Somebody waits for it; or it is still to come and counted from one that somebody waits for; or it only carries others and one of its
     * case is open.
     */
    private boolean open(DeadlineBasis row, Map<String, DeadlineBasis> bySlot, boolean anyOpen) {
        if (!flow.knows(row.slot())) {
            return anyOpen;
        }
        DeadlineBasis base = row.base() == null ? null : bySlot.get(row.base());
        return waiting.containsKey(place(row)) || base != null && row.dueAt().isAfter(now) && open(base, bySlot, anyOpen);
    }

    private Instant reckon(DeadlineBasis row, Map<String, DeadlineBasis> bySlot, boolean anyOpen, Map<String, Instant> done) {
        Instant known = done.get(row.slot());
        if (known != null) {
            return known;
        }
        DeadlineBasis base = row.base() == null ? null : bySlot.get(row.base());
        Instant start = base == null || !base.dueAt().equals(row.startAt()) || !open(base, bySlot, anyOpen) ? row.startAt()
                : standing(base, reckon(base, bySlot, anyOpen, done));
        Instant reckoned = due(row, start);
        done.put(row.slot(), reckoned);
        return reckoned;
    }

    private Instant due(DeadlineBasis row, Instant start) {
        Instant reckoned = reckoned(row, start);
        return row.latestAt() != null && reckoned.isAfter(row.latestAt()) ? row.latestAt() : reckoned;
    }

    private Instant reckoned(DeadlineBasis row, Instant start) {
        if (row.parameter() == null) {
            return row.rule().reckon(calendar, row.days(), false, start, zone);
        }
        return table.parameter(row.parameter(), LocalDate.ofInstant(start, zone))
                .map(parameter -> row.rule().reckon(calendar, parameter.value(), parameter.calendarDays(), start, zone))
                .orElse(row.dueAt());
    }

    /** Where the deadline stands in the end. */
    private Instant standing(DeadlineBasis row, Instant reckoned) {
        return passes(row, reckoned) ? row.dueAt() : reckoned;
    }

    private boolean passes(DeadlineBasis row, Instant reckoned) {
        return reckoned.isBefore(now) && reckoned.isBefore(row.dueAt());
    }

    private Move move(DeadlineBasis row, Instant reckoned, boolean kept) {
        Waiting who = waiting.get(place(row));
        return new Move(row.caseCode(), row.slot(), name(row), row.dueAt(), reckoned, kept, who == null ? 0 : who.cases(),
                who == null ? Map.of() : who.tasks());
    }

    private String name(DeadlineBasis row) {
        return row.parameter() == null ? rowName(row.slot()) : rowName(row.parameter());
    }

    private String rowName(String code) {
        return table.rows(code).stream().findFirst().map(CalendarTable.Parameter::name).orElse(code);
    }

    static Place place(DeadlineBasis row) {
        return new Place(row.caseCode(), row.slot(), row.dueAt());
    }

    /** What is due first comes first. */
    static int inOrder(Move one, Move other) {
        int byDue = one.oldDueAt().compareTo(other.oldDueAt());
        return byDue != 0 ? byDue : one.caseCode().compareTo(other.caseCode());
    }
}
