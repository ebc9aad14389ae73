package vn.giaouoc.action;

/** What actions ask of the engine; {@code workflow} answers. */
public interface ActionFlow {

    /** Starts the case of one action. */
    void start(ActionOpening opening);

    /** What its owner reported is confirmed by the people of this engine group from now on. */
    void confirmedBy(String code, String group);

    /** The bloc's year has closed: what is still open of its actions ends. */
    void yearClosed(String blocYear);
}
