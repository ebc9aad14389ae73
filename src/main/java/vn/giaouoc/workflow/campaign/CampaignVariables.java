package vn.giaouoc.workflow.campaign;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import vn.giaouoc.campaign.CampaignStart;
import vn.giaouoc.campaign.CommentRound;

/** Writes what a use case answers as the variables the model declares. */
public final class CampaignVariables {

    private CampaignVariables() {
    }

    static Map<String, Object> of(CampaignStart start) {
        var variables = new HashMap<String, Object>(of(new CommentRound(start.commentUnits(), start.commentDueAt())));
        variables.put(CampaignProcess.CASE_CODE, start.code());
        variables.put(CampaignProcess.TITLE, shortened(start.title()));
        variables.put(CampaignProcess.ENTRY, start.entry().name());
        variables.put(CampaignProcess.DRAFT_GROUP, start.draftGroup());
        variables.put(CampaignProcess.DRAFT_DUE_AT, Date.from(start.draftDueAt()));
        return variables;
    }

    static Map<String, Object> of(CommentRound round) {
        var variables = new HashMap<String, Object>();
        variables.put(CampaignProcess.NEEDS_COMMENTS, !round.groups().isEmpty());
        if (!round.groups().isEmpty()) {
            variables.put(CampaignProcess.COMMENT_UNITS, new ArrayList<>(round.groups()));
            variables.put(CampaignProcess.COMMENT_DUE_AT, Date.from(round.dueAt()));
        }
        return variables;
    }

    /** A column of Tasklist, not the title itself: that stays in the aggregate, whole. */
    public static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= 200 ? title
                : title.substring(0, title.offsetByCodePoints(0, 199)) + "…";
    }
}
