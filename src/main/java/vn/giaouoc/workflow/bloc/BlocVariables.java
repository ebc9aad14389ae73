package vn.giaouoc.workflow.bloc;

import java.util.Date;
import java.util.Map;
import vn.giaouoc.bloc.CompositionStart;
import vn.giaouoc.bloc.Compositions;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.campaign.CampaignVariables;

/** Writes what a use case answers as the variables the model declares. */
final class BlocVariables {

    private BlocVariables() {
    }

    static Map<String, Object> of(CompositionStart start) {
        return Map.of(CampaignProcess.CASE_CODE, start.code(), CampaignProcess.TITLE, CampaignVariables.shortened(start.title()),
                BlocProcess.ENTRY, start.entry().name(), BlocProcess.DRAFT_DUE_AT, Date.from(start.draftDueAt()),
                BlocProcess.PAPER_KEY, Compositions.paperOf(start.code()));
    }
}
