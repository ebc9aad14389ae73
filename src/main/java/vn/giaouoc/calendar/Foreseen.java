package vn.giaouoc.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotFound;

/**
 * The deadlines of one case, one after the other: what is not done yet is counted from when the step before would be due. Counting stops
 * where the holiday table ends or a parameter is missing; what lies behind is not guessed.
 */
public final class Foreseen {

    private final String caseCode;
    private final String title;
    private final Deadlines deadlines;
    private final ZoneId zone;
    private final List<PlannedDeadline> list = new ArrayList<>();
    private Instant at;

    /** @param start what the first step is counted from */
    public Foreseen(String caseCode, String title, Instant start, Deadlines deadlines, ZoneId zone) {
        this.caseCode = caseCode;
        this.title = title;
        this.at = start;
        this.deadlines = deadlines;
        this.zone = zone;
    }

    /** The next step, foreseen: of a role or one unit. @param code parameter of its deadline */
    public Foreseen next(String what, String code, String group) {
        return step(what, code, group, Set.of());
    }

    /** The next step, foreseen: of several units. */
    public Foreseen next(String what, String code, Set<String> units) {
        return step(what, code, null, units);
    }

    /** From here on counting goes on from this moment. */
    public Foreseen from(Instant moment) {
        at = moment;
        return this;
    }

    /** A date that stands: typed in a paper ({@code fixed}) or computed when the step began. */
    public Foreseen stands(String what, Instant due, String group, Set<String> units, boolean fixed) {
        if (due != null) {
            at = due;
            list.add(new PlannedDeadline(caseCode, title, what, LocalDate.ofInstant(due, zone), group, units, fixed, false));
        }
        return this;
    }

    private Foreseen step(String what, String code, String group, Set<String> units) {
        at = counted(code, at);
        if (at != null) {
            list.add(new PlannedDeadline(caseCode, title, what, LocalDate.ofInstant(at, zone), group, units, false, true));
        }
        return this;
    }

    /** Where counting has come to; null when it had to stop. */
    public Instant at() {
        return at;
    }

    /** The deadline from a moment; null when it cannot be counted. */
    public Instant counted(String code, Instant start) {
        try {
            return start == null ? null : deadlines.due(code, start).dueAt();
        } catch (ConflictRefusal | NotFound endOfTheTable) {
            return null;
        }
    }

    /** What was found, in order. */
    public List<PlannedDeadline> list() {
        return List.copyOf(list);
    }
}
