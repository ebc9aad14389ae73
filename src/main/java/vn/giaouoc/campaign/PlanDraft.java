package vn.giaouoc.campaign;

import java.util.List;
import java.util.Map;
import vn.giaouoc.document.FileRef;

/**
 * A plan with what goes along with it.
 *
 * @param commentUnits units asked to comment; empty = no comment round
 * @param commentDays  working days 1–60; null = the deadline table's value
 * @param reasons      why warnings are passed, by code
 */
public record PlanDraft(Plan plan, List<String> commentUnits, Integer commentDays, Map<String, String> reasons, List<FileRef> files) {

    public PlanDraft {
        commentUnits = commentUnits == null ? List.of() : commentUnits;
        files = files == null ? List.of() : files;
    }
}
