package vn.giaouoc.bloc;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How far blocs are with their year's work; the rooms in which that work happens answer. Where none does, the bloc-year's own status shows.
 */
public interface BlocStage {

    /** The stages of these bloc-years by code, as far as this room knows them. */
    Map<String, StageRow> stages(Collection<String> blocYears);

    /**
     * One bloc-year's stage, in Vietnamese.
     *
     * @param stage   short name of where it stands
     * @param detail  one sentence more; may be null
     * @param missing names of the units that still owe something
     */
    record StageRow(String stage, String detail, List<String> missing) {
    }
}
