package vn.giaouoc.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotFound;

/**
 * The deadlines of one case, one after the other. What somebody has to do now stands where it is due, passed or not; what comes after it
 * is counted from there, but never from before today, so that nothing that is only foreseen lies in the past. Counting stops where the
 * holiday table ends or a parameter is missing; what lies behind is not guessed.
 */
public final class Foreseen {

    private final String caseCode;
    private final String title;
    private final Instant now;
    private final Deadlines deadlines;
    private final ZoneId zone;
    private final List<PlannedDeadline> list = new ArrayList<>();
    private Instant at;
    private Optional<Instant> begun;

    /**
     * @param start what the first step is counted from; null: not counted
     * @param now   the moment of looking: foreseen steps are counted from here at the earliest
     */
    public Foreseen(String caseCode, String title, Instant start, Instant now, Deadlines deadlines, ZoneId zone) {
        this.caseCode = caseCode;
        this.title = title;
        this.at = start;
        this.now = now;
        this.deadlines = deadlines;
        this.zone = zone;
    }

    /** The next step: of a role or one unit. @param code parameter of its deadline */
    public Foreseen next(String what, String code, String group) {
        return step(what, code, group, Set.of());
    }

    /** The next step: of several units. */
    public Foreseen next(String what, String code, Set<String> units) {
        return step(what, code, null, units);
    }

    /**
     * The step that is named next is somebody's task already, not only foreseen.
     *
     * @param due by when; empty: nobody kept it, so it is counted from where counting has come to
     */
    public Foreseen begun(Optional<Instant> due) {
        begun = due;
        return this;
    }

    /** From here on counting goes on from this moment. */
    public Foreseen from(Instant moment) {
        at = moment;
        return this;
    }

    /** Somebody has to do it now: of a role or one unit, or of several units. @param fixed typed in a paper; else computed */
    public Foreseen open(String what, Instant due, String group, Set<String> units, boolean fixed) {
        return add(what, due, group, units, fixed, DeadlineState.OPEN);
    }

    /** A date that stands though its turn is still to come: typed in a paper ({@code fixed}) or computed already. */
    public Foreseen stands(String what, Instant due, String group, Set<String> units, boolean fixed) {
        return add(what, due, group, units, fixed, DeadlineState.SET);
    }

    /** A date counted elsewhere, only foreseen. One that has passed is left out: whatever hangs on it can but come from now on. */
    public Foreseen foreseen(String what, Instant due, String group, Set<String> units) {
        at = due;
        if (due != null && !due.isBefore(now)) {
            list.add(deadline(what, due, group, units, false, DeadlineState.FORESEEN));
        }
        return this;
    }

    /** It was done. Counting does not go on from it. */
    public Foreseen done(String what, Instant due, String group, Set<String> units, boolean fixed) {
        if (due != null) {
            list.add(deadline(what, due, group, units, fixed, DeadlineState.DONE));
        }
        return this;
    }

    /** A day on which something ends without anybody having to act: it is over when it has passed. */
    public Foreseen ends(String what, Instant on, String group, boolean fixed) {
        return on != null && on.isBefore(now) ? done(what, on, group, Set.of(), fixed) : stands(what, on, group, Set.of(), fixed);
    }

    private Foreseen step(String what, String code, String group, Set<String> units) {
        if (begun != null) {
            Instant due = begun.orElseGet(() -> counted(code, at));
            begun = null;
            return due == null ? from(null) : open(what, due, group, units, false);
        }
        return foreseen(what, at == null ? null : counted(code, at.isBefore(now) ? now : at), group, units);
    }

    private Foreseen add(String what, Instant due, String group, Set<String> units, boolean fixed, DeadlineState ahead) {
        if (due != null) {
            at = due;
            list.add(deadline(what, due, group, units, fixed, due.isBefore(now) ? DeadlineState.OVERDUE : ahead));
        }
        return this;
    }

    private PlannedDeadline deadline(String what, Instant due, String group, Set<String> units, boolean fixed, DeadlineState state) {
        return new PlannedDeadline(caseCode, title, what, LocalDate.ofInstant(due, zone), group, units, fixed, state);
    }

    /** The deadline from a moment; null when it cannot be counted. */
    public Instant counted(String code, Instant start) {
        try {
            return start == null ? null : deadlines.due(code, start).dueAt();
        } catch (ConflictRefusal | NotFound endOfTheTable) {
            return null;
        }
    }

    /** Where counting has come to; null when it had to stop. */
    public Instant at() {
        return at;
    }

    /** What was found, in order. */
    public List<PlannedDeadline> list() {
        return List.copyOf(list);
    }
}
