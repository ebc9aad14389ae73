package vn.giaouoc.workflow.campaign;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.workflow.approval.PaperSubject;

/** The plan of a campaign in the chain of approval: {@code PT-2024-003/KH}. */
@Component
class PlanPaper implements PaperSubject {

    private final CampaignViews views;

    PlanPaper(CampaignViews views) {
        this.views = views;
    }

    @Override
    public boolean owns(String paperId) {
        return paperId.endsWith("/KH");
    }

    @Override
    public Map<String, Object> view(String paperId) {
        Map<String, Object> view = views.review(paperId.substring(0, paperId.indexOf('/')));
        view.put("subject", "PLAN");
        return view;
    }
}
