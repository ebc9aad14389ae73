package vn.giaouoc.platform.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The deadlines of one case. Each is computed and at once written down with its basis, so that a change of the holiday table or of a
 * parameter can find it again; one statement each. A deadline that a paper or a person gives as a date is {@link #typed}.
 */
public final class CaseDeadlines {

    private final String caseCode;
    private final Deadlines deadlines;
    private final DeadlineLedger ledger;

    CaseDeadlines(String caseCode, Deadlines deadlines, DeadlineLedger ledger) {
        this.caseCode = caseCode;
        this.deadlines = deadlines;
        this.ledger = ledger;
    }

    /** {@link Deadlines#due}, counted from a moment of its own. */
    public Instant due(String code, Instant start) {
        return dueAs(code, code, start, null);
    }

    /** {@link Deadlines#due}, counted from another deadline of this case. @param base its slot */
    public Instant due(String code, Instant start, String base) {
        return dueAs(code, code, start, base);
    }

    /** The same where several parameters fill one place in turn: what filled it before is forgotten. */
    public Instant dueAs(String slot, String code, Instant start, String base) {
        return keep(slot, code, null, DeadlineRule.AFTER, start, base, deadlines.due(code, start).dueAt());
    }

    /** The same, but never after a moment: what would come later comes then. */
    public Instant dueBy(String slot, String code, Instant start, Instant latest) {
        Instant due = deadlines.due(code, start).dueAt();
        return keep(slot, code, null, DeadlineRule.AFTER, start, null, latest, due.isAfter(latest) ? latest : due);
    }

    /** A deadline that stands already, perhaps elsewhere than it would be counted today: with its basis, at its date. */
    public void stands(String slot, String code, Instant start, Instant due) {
        keep(slot, code, null, DeadlineRule.AFTER, start, null, due);
    }

    /** Where a deadline stands now; empty when somebody typed it, when what it was for has begun, or before it was computed. */
    public Optional<Instant> standing(String slot) {
        return ledger.standing(caseCode, slot);
    }

    /** {@link Deadlines#inWorkingDays}: a number of days somebody typed. */
    public Instant inWorkingDays(String slot, int days, Instant start) {
        return keep(slot, null, days, DeadlineRule.AFTER, start, null, deadlines.inWorkingDays(days, start));
    }

    /** {@link Deadlines#before} another deadline of this case. @param base its slot; null: a date that was typed */
    public Instant before(String code, Instant deadline, String base) {
        return keep(code, code, null, DeadlineRule.BEFORE, deadline, base, deadlines.before(code, deadline));
    }

    /** {@link Deadlines#morningBefore} another deadline of this case; see {@link #before}. */
    public Instant morningBefore(String code, Instant deadline, String base) {
        return keep(code, code, null, DeadlineRule.MORNING, deadline, base, deadlines.morningBefore(code, deadline));
    }

    /** From now on these deadlines are dates somebody typed: no change of the calendar moves them. */
    public void typed(String... slots) {
        ledger.forget(caseCode, List.of(slots));
    }

    /** What these were for has begun or is over: no change of the calendar looks at them again. */
    public void passed(String... slots) {
        ledger.forget(caseCode, List.of(slots));
    }

    private Instant keep(String slot, String parameter, Integer days, DeadlineRule rule, Instant start, String base, Instant due) {
        return keep(slot, parameter, days, rule, start, base, null, due);
    }

    private Instant keep(String slot, String parameter, Integer days, DeadlineRule rule, Instant start, String base, Instant latest, Instant due) {
        ledger.keep(new DeadlineBasis(caseCode, slot, parameter, days, rule, start, base, latest, due));
        return due;
    }
}
