package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import vn.giaouoc.campaign.OutsideIssue;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.campaign.PlanDraft;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.workflow.form.FormReader;

/** What the plan editor sends: the plan's fields, and beside them what goes along with the plan. */
record PlanFormData(PlanDraft draft, OutsideIssue outside) {

    private static final List<String> ALONG = List.of("commentUnits", "commentDays", "reasons", "files");
    private static final List<String> OUTSIDE = List.of("issuer", "issueDate", "signerName", "signerTitle", "number",
            "numberUnknown");

    private record Along(List<String> commentUnits, Integer commentDays, Map<String, String> reasons, List<FileRef> files) {
    }

    static PlanFormData read(ObjectNode data, FormReader reader) {
        Along along = reader.read(reader.take(data, ALONG), Along.class);
        return new PlanFormData(draft(data, along, reader), null);
    }

    static PlanFormData readOutside(ObjectNode data, FormReader reader) {
        Along along = reader.read(reader.take(data, ALONG), Along.class);
        OutsideIssue outside = reader.read(reader.take(data, OUTSIDE), OutsideIssue.class);
        return new PlanFormData(draft(data, along, reader), outside);
    }

    private static PlanDraft draft(ObjectNode rest, Along along, FormReader reader) {
        return new PlanDraft(reader.read(rest, Plan.class), along.commentUnits(), along.commentDays(), along.reasons(), along.files());
    }
}
