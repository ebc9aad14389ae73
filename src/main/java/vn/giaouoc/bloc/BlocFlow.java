package vn.giaouoc.bloc;

import java.util.List;

/** What blocs ask of the engine; {@code workflow} answers. */
public interface BlocFlow {

    /** Starts the case of a composition that was registered outside Tasklist. */
    void start(CompositionStart start);

    /** Starts the year of one bloc. */
    void open(BlocYearOpening opening);

    /** Numbers of the batches of blocs whose job has failed for good. */
    List<Integer> failedBatchNumbers(String compositionCode);
}
