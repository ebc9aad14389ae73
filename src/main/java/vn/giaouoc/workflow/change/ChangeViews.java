package vn.giaouoc.workflow.change;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.change.Changes;
import vn.giaouoc.change.ChangeView;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.workflow.approval.PaperSubject;
import vn.giaouoc.workflow.campaign.CampaignViews;

/** What the forms of a change show. */
@Component
class ChangeViews implements PaperSubject {

    private final CampaignViews campaignViews;
    private final Changes changes;
    private final PrintedPapers printed;

    ChangeViews(CampaignViews campaignViews, Changes changes, PrintedPapers printed) {
        this.campaignViews = campaignViews;
        this.changes = changes;
        this.printed = printed;
    }

    @Override
    public boolean owns(String paperId) {
        return paperId.contains("/DC") || paperId.contains("/TH");
    }

    @Override
    public Map<String, Object> view(String paperId) {
        return view(ChangeProcess.campaign(paperId), ChangeProcess.seq(paperId));
    }

    /** The change as a unit sees it: with the signed paper, without what was attached to the draft. */
    Map<String, Object> notice(String code, int seq) {
        Map<String, Object> view = view(code, seq);
        view.put("files", campaignViews.signed(changes.get(code, seq).paperId()));
        view.remove("findings");
        return view;
    }

    /** The change with its paper as far as it is; the plan as it shall be, or is withdrawn. */
    Map<String, Object> view(String code, int seq) {
        ChangeView change = changes.get(code, seq);
        Map<String, Object> view = campaignViews.document(code);
        if (change.plan() != null) {
            view.putAll(campaignViews.names(change.plan()));
            view.put("plan", change.plan());
        }
        view.put("subject", "CHANGE");
        view.put("findings", campaignViews.findings(code));
        view.put("change", change);
        view.put("paper", campaignViews.paper(change.paperId()));
        String title = campaignViews.title(change.paperId());
        if (title != null) {
            view.put("content", printed.content(change.paperId()));
        }
        view.put("files", campaignViews.files(ChangeView.caseKey(code, seq)));
        return view;
    }
}
