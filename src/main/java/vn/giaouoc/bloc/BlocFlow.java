package vn.giaouoc.bloc;

import java.util.List;

/** What blocs ask of the engine; {@code workflow} answers. */
public interface BlocFlow {

    /** Starts the case of a composition that was registered outside Tasklist. */
    void start(CompositionStart start);

    /** Starts the year of one bloc. */
    void open(BlocYearOpening opening);

    /**
     * Another unit heads the bloc from now on: what is open of its head, and what comes later, is the new head unit's.
     *
     * @param from the unit that was head; it has ended
     */
    void headChanged(String blocYear, String from, String to);

    /** Numbers of the batches of blocs whose job has failed for good. */
    List<Integer> failedBatchNumbers(String compositionCode);
}
