package vn.giaouoc.test;

/**
 * What a piece of work cost.
 *
 * @param statements   that reached the database, without those that begin and end transactions
 * @param engine       of these, on tables of the engine
 * @param transactions begun
 * @param rows         inserted, updated, deleted
 * @param engineRows   of these, in tables of the engine
 * @param pages        of 8 KB looked at, in memory or not
 * @param wal          bytes of write-ahead log
 * @param allocated    bytes allocated by the thread that did the work
 * @param nanos        time on the clock
 */
public record Cost(double statements, double engine, double transactions, double rows, double engineRows, double pages, double wal,
            double allocated, double nanos) {

    public static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Of one unit, when this is the cost of n. */
    public Cost per(int n) {
        return new Cost(statements / n, engine / n, transactions / n, rows / n, engineRows / n, pages / n, wal / n,
                allocated / n, nanos / n);
    }

    /** Both together. */
    public Cost plus(Cost other) {
        return new Cost(statements + other.statements, engine + other.engine, transactions + other.transactions, rows + other.rows,
                engineRows + other.engineRows, pages + other.pages, wal + other.wal, allocated + other.allocated, nanos + other.nanos);
    }
}
