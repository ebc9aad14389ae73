package vn.giaouoc.midyear;

/** What the province's report asks of the engine; {@code workflow} answers. */
public interface MidYearFlow {

    /** Starts the case of a report, which waits for its date. */
    void start(MidYearStart start);

    /** The case that waits for its date goes on at once. */
    void openNow(String code);

    /** The case that waits for its date ends: another one takes its place. */
    void endWaiting(String code, String reason);
}
