package vn.giaouoc.bloc;

import java.util.List;
import java.util.Map;
import vn.giaouoc.document.FileRef;

/**
 * What is handed in of a composition.
 *
 * @param abandon the composition is given up; nothing else counts then
 * @param title   trích yếu of the decision
 * @param reasons why warnings are passed, by code
 * @param files   what goes with the draft; of a decision issued outside, the signed paper first
 * @param basis   {@link CompositionQueries#basis} of the content it was drafted from; null: not asked
 */
public record CompositionDraft(boolean abandon, String title, String legalGrounds, List<BlocDraft> blocs, Map<String, String> reasons,
                               List<FileRef> files, Map<String, String> basis) {

    public CompositionDraft {
        blocs = blocs == null ? List.of() : blocs;
    }
}
