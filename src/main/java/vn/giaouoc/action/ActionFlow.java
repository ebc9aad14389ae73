package vn.giaouoc.action;

/** What actions ask of the engine; {@code workflow} answers. */
public interface ActionFlow {

    /** Starts the case of one action. */
    void start(ActionOpening opening);

    /** The bloc's year has closed: what is still open of its actions ends. */
    void yearClosed(String blocYear);
}
