package vn.giaouoc.organisation;

/**
 * What a feature does with its own records when a unit has ended. Called once for each former unit, in the transaction that hands its
 * cases over, before its open tasks move to the heir. A call that is repeated (a failed job is retried) finds nothing of the first.
 *
 * <p>Records keep the former unit's code; nothing needs to be done for work that simply goes on: tasks, rights and readiness already
 * follow {@link Organisation#current(String)}. A feature acts only where two units now have the same thing, or where it lists units.
 */
public interface SuccessionListener {

    /** The former unit's cases are handed over. */
    void succeeded(Handover handover);
}
